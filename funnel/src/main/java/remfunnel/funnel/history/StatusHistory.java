package remfunnel.funnel.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import remfunnel.funnel.Issue;
import remfunnel.funnel.Order;

/**
 * The statuses an order was seen in, and when it was read or missed last. Immutable.
 *
 * @param newest modified_at and observed_at of the newest reading known; empty before the first
 * @param gone when it was last seen to be gone, which says nothing of when its status changed; empty where it never was
 * @param entries from the oldest to the newest; of a very long history the first ones, the first of each status, and the last ones
 * @param dropped how many entries are left out behind the first {@link #KEPT_AT_EACH_END}
 */
public record StatusHistory(Optional<Moment> newest, Optional<Instant> gone, List<StatusEntry> entries, int dropped) {
    /** Of a history longer than twice this, the middle is dropped. */
    public static final int KEPT_AT_EACH_END = 500;

    /** So many statuses that came up later than the beginning keep their first entry: a shop has tens. */
    private static final int MOST_FIRSTS_KEPT = 100;

    /** Between the clock that modified_at is told by and the one that readings are dated by, rounding included. */
    private static final Duration SKEW = Duration.ofSeconds(2);

    private static final Issue TOO_LONG = new Issue(
            "HISTORY_TOO_LONG",
            Optional.empty(),
            "the order changed its status more than " + 2 * KEPT_AT_EACH_END
                    + " times: not every transition between the first " + KEPT_AT_EACH_END + " and the last is kept");

    private static final StatusHistory EMPTY = new StatusHistory(Optional.empty(), Optional.empty(), List.of(), 0);

    public StatusHistory {
        entries = List.copyOf(entries);
    }

    /** Where a reading stands among the readings of its order. */
    public record Moment(Instant modifiedAt, Instant observedAt) {
        boolean isBefore(Moment other) {
            int order = modifiedAt.compareTo(other.modifiedAt);
            return order < 0 || (order == 0 && observedAt.isBefore(other.observedAt));
        }
    }

    public static StatusHistory empty() {
        return EMPTY;
    }

    public static StatusHistory decode(byte[] bytes) {
        return StatusHistoryCodec.decode(bytes);
    }

    /** Whether the middle of the encoded history was dropped, without decoding all of it. */
    public static boolean isCut(byte[] bytes) {
        return StatusHistoryCodec.dropped(bytes) > 0;
    }

    public byte[] encode() {
        return StatusHistoryCodec.encode(this);
    }

    /** Whether a reading is older than the newest known (modified_at, then observed_at), or than the news that the order was gone. */
    public boolean isStale(Instant modifiedAt, Instant observedAt) {
        return isBeforeNewest(modifiedAt, observedAt) || isBeforeGone(observedAt);
    }

    /** Whether the news that the order is gone is older than what is known: whoever read it later than that saw it there. */
    public boolean isStaleLoss(Instant modifiedAt, Instant observedAt) {
        return isBeforeNewest(modifiedAt, observedAt)
                || isBeforeGone(observedAt)
                || newest.filter(read -> observedAt.isBefore(read.observedAt())).isPresent();
    }

    /**
     * Whether a reading, or the news that the order is gone, was made at the very moment of what is known: then only the order that
     * they were written in tells which of the two is newer.
     */
    public boolean isTie(Instant modifiedAt, Instant observedAt) {
        return newest.filter(new Moment(modifiedAt, observedAt)::equals).isPresent()
                || gone.filter(observedAt::equals).isPresent();
    }

    private boolean isBeforeNewest(Instant modifiedAt, Instant observedAt) {
        return newest.isPresent() && new Moment(modifiedAt, observedAt).isBefore(newest.get());
    }

    private boolean isBeforeGone(Instant observedAt) {
        return gone.isPresent() && observedAt.isBefore(gone.get());
    }

    /** With what a reading of the order adds; the same when the reading is stale. */
    public StatusHistory observe(Order order, Observation observation) {
        if (isStale(order.modifiedAt(), observation.observedAt())) {
            return this;
        }
        var moment = new Moment(order.modifiedAt(), observation.observedAt());
        var read = new StatusHistory(Optional.of(moment), gone, entries, dropped);
        boolean isSame = !entries.isEmpty() && entries.getLast().statusId() == order.statusId();
        return isSame ? read : read.with(entry(order, observation));
    }

    /** With the news that the order is gone; the same when it is stale. An order that returns brings its own modified_at. */
    public StatusHistory lost(Instant modifiedAt, Instant observedAt) {
        return isStaleLoss(modifiedAt, observedAt)
                ? this
                : new StatusHistory(newest, Optional.of(observedAt), entries, dropped);
    }

    /** What a fact should say of how the history is known. */
    public List<Issue> issues() {
        return dropped == 0 ? List.of() : List.of(TOO_LONG);
    }

    private StatusEntry entry(Order order, Observation observation) {
        if (observation.exactMoment().isPresent()) {
            var moment = observation.exactMoment().get();
            return new StatusEntry(order.statusId(), Optional.of(moment), moment, Precision.EXACT);
        }
        return entries.isEmpty() ? inferred(order) : bounded(order, observation);
    }

    private static StatusEntry inferred(Order order) {
        var precision = order.createdAt().equals(order.modifiedAt()) ? Precision.EXACT : Precision.INFERRED;
        var by = order.modifiedAt();
        return new StatusEntry(order.statusId(), Optional.of(earlier(order.createdAt(), by)), by, precision);
    }

    /** Between the former reading and modified_at; between the readings where the source let that stand. */
    private StatusEntry bounded(Order order, Observation observation) {
        var former = newest.orElseThrow();
        var seen = Stream.concat(Stream.of(former.observedAt()), observation.changedAfter().stream())
                .max(Instant::compareTo)
                .orElseThrow();
        boolean isSilent = order.modifiedAt().equals(former.modifiedAt());
        var by = isSilent ? observation.observedAt() : order.modifiedAt();
        return new StatusEntry(order.statusId(), Optional.of(lowest(seen, by, former)), by, Precision.BOUNDED);
    }

    /**
     * The source tells whole seconds and clocks may differ: what it calls a little earlier than we saw happened just then. If it was
     * much earlier, the answer was made long before it was dated, and all that is known is that the former change came before.
     */
    private static Instant lowest(Instant seen, Instant by, Moment former) {
        return seen.isAfter(by.plus(SKEW)) ? earlier(former.modifiedAt(), by) : earlier(seen, by);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** What is dropped is never the first entry into a status, so no stage of any map is forgotten. */
    private StatusHistory with(StatusEntry entry) {
        var all = new ArrayList<>(entries);
        all.add(entry);
        boolean isFull = all.size() > 2 * KEPT_AT_EACH_END;
        if (isFull) {
            all.remove(behindTheFirsts(all));
        }
        return new StatusHistory(newest, gone, all, isFull ? dropped + 1 : dropped);
    }

    /** Before each entry behind the beginning, up to this one, entries may be missing; the number of entries where none are. */
    int lastGap() {
        return dropped == 0 ? entries.size() : behindTheFirsts(entries);
    }

    /** The first entry behind the beginning that is not the first of its status. */
    private static int behindTheFirsts(List<StatusEntry> entries) {
        Set<Long> seen = new HashSet<>();
        entries.subList(0, KEPT_AT_EACH_END).forEach(each -> seen.add(each.statusId()));
        int index = KEPT_AT_EACH_END;
        while (index < KEPT_AT_EACH_END + MOST_FIRSTS_KEPT
                && seen.add(entries.get(index).statusId())) {
            index++;
        }
        return index;
    }
}
