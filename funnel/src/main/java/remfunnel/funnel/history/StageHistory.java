package remfunnel.funnel.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import remfunnel.funnel.Funnel;

/**
 * The stages an order stood in, as its statuses and a funnel's stage map tell. Immutable.
 *
 * <p>Of a history whose middle was dropped, the stays of its beginning are told, the first in each stage that came up later, and the
 * last two: so the transitions of the beginning never change, what is new rewrites the two at the end, and no stage is forgotten.
 *
 * @param stays from the oldest to the one the order is in
 */
public record StageHistory(List<Stay> stays) {
    private static final int KEPT_OF_THE_END = 2;

    public StageHistory {
        stays = List.copyOf(stays);
    }

    public static StageHistory of(StatusHistory history, Funnel funnel) {
        int size = history.entries().size();
        if (history.dropped() == 0) {
            return new StageHistory(stays(history, funnel, 0, size));
        }
        var beginning = stays(history, funnel, 0, StatusHistory.KEPT_AT_EACH_END);
        return new StageHistory(joined(beginning, stays(history, funnel, StatusHistory.KEPT_AT_EACH_END, size)));
    }

    public static StageHistory decode(byte[] bytes) {
        return StageHistoryCodec.decode(bytes);
    }

    public byte[] encode() {
        return StageHistoryCodec.encode(this);
    }

    /** The stay that the order is in; empty for an order that was never read. */
    public Optional<Stay> current() {
        return stays.isEmpty() ? Optional.empty() : Optional.of(stays.getLast());
    }

    /** The ids of all stages it was ever in. */
    public Set<String> entered() {
        var entered = new HashSet<String>();
        for (var stay : stays) {
            entered.add(stay.stageId());
        }
        return entered;
    }

    /** The same stays where the history that they were made of has lost entries since: when they began, it does not tell any more. */
    public StageHistory undated() {
        return new StageHistory(stays.stream().map(Stay::undated).toList());
    }

    private boolean isDated() {
        return stays.isEmpty() || stays.getFirst().isDated();
    }

    /** Each entry into a stage; the history is the one that the stays were made of. None of {@link #undated} stays. */
    public List<Transition> transitions(StatusHistory history) {
        return transitions(history, 0);
    }

    /** Each entry into a stage from the n-th on, counted from 0. */
    public List<Transition> transitions(StatusHistory history, int from) {
        if (!isDated()) {
            return List.of();
        }
        var transitions = new ArrayList<Transition>(stays.size() - from);
        var entered = new HashSet<String>();
        for (int n = 0; n < stays.size(); n++) {
            boolean first = entered.add(stays.get(n).stageId());
            if (n >= from) {
                transitions.add(n == 0 ? enter(history) : move(n, first, history));
            }
        }
        return transitions;
    }

    /**
     * How many of its first transitions are surely those of another stage history; none where entries may be missing.
     *
     * @param history that its stays were made of
     * @param its that the other's stays were made of
     */
    public int shared(StatusHistory history, StageHistory other, StatusHistory its) {
        if (history.dropped() > 0 || its.dropped() > 0) {
            return 0;
        }
        int most = Math.min(stays.size(), other.stays.size());
        int n = 0;
        while (n < most
                && seen(n, history).equals(other.seen(n, its))
                && stays.get(n).equals(other.stays.get(n))) {
            n++;
        }
        return n;
    }

    private StatusEntry seen(int n, StatusHistory history) {
        return history.entries().get(stays.get(n).entry());
    }

    private Transition enter(StatusHistory history) {
        var to = stays.getFirst();
        return new Transition(0, Optional.empty(), to, Direction.ENTER, entry(0, history), Optional.empty(), true);
    }

    private Transition move(int n, boolean first, StatusHistory history) {
        var from = stays.get(n - 1);
        var to = stays.get(n);
        var entry = entry(n, history);
        var dwell = entry(n - 1, history).longestUntil(entry);
        return new Transition(n, Optional.of(from), to, from.to(to), entry, dwell, first);
    }

    /** The latest entry into the stage that the order is in; the history is the one that the stays were made of. */
    public StatusEntry currentEntry(StatusHistory history) {
        return entry(stays.size() - 1, history);
    }

    /** The stay that the order is in may have been left and begun anew where entries are missing; never where it was in no other stage. */
    private StatusEntry entry(int n, StatusHistory history) {
        var stay = stays.get(n);
        var began = began(stay, history);
        boolean isLastOfMany = n > 0 && n == stays.size() - 1;
        boolean mayBeAnother = isLastOfMany && history.dropped() > 0 && stay.entry() < history.lastGap();
        return mayBeAnother ? began.orAnotherBy(history.entries().get(history.lastGap())) : began;
    }

    /** When a stay began. Where entries before it may be missing it may have begun in them, but after what is the last before it. */
    private static StatusEntry began(Stay stay, StatusHistory history) {
        var entry = history.entries().get(stay.entry());
        boolean isBehindAGap = history.dropped() > 0
                && stay.entry() >= StatusHistory.KEPT_AT_EACH_END
                && stay.entry() <= history.lastGap();
        return isBehindAGap ? entry.notBefore(history.entries().get(stay.entry() - 1)) : entry;
    }

    private static List<Stay> stays(StatusHistory history, Funnel funnel, int from, int to) {
        var stays = new ArrayList<Stay>();
        for (int i = from; i < to; i++) {
            var stage = funnel.stageOf(history.entries().get(i).statusId());
            if (stays.isEmpty() || !stays.getLast().isIn(stage)) {
                stays.add(Stay.in(stage, i));
            }
        }
        return stays;
    }

    /** What lies between those that are told is not told, so two stays in one stage are one. */
    private static List<Stay> joined(List<Stay> beginning, List<Stay> rest) {
        var all = new ArrayList<>(beginning);
        var entered = beginning.stream().map(Stay::stageId).collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < rest.size(); i++) {
            var stay = rest.get(i);
            boolean isTold = entered.add(stay.stageId()) || i >= rest.size() - KEPT_OF_THE_END;
            if (isTold && !all.getLast().stageId().equals(stay.stageId())) {
                all.add(stay);
            }
        }
        return all;
    }
}
