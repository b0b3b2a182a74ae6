package remfunnel.funnel.plan;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Judgement.Passed;
import remfunnel.funnel.Names;
import remfunnel.funnel.Order;
import remfunnel.funnel.Stage;

/** Takes order after order and keeps sums and a few samples, however many there are. Not thread-safe. */
public final class Planning {
    private final Optional<Funnel> before;
    private final Funnel after;
    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private final Map<String, Pair> stages = new HashMap<>();
    private final SortedMap<YearMonth, Pair> months = new TreeMap<>();
    private final SortedMap<Long, Standing> statuses = new TreeMap<>();
    private final Map<Way, Sampled> flows = new HashMap<>();
    private final SortedMap<Long, Sampled> unmapped = new TreeMap<>();
    private final IssueCount issues = new IssueCount();
    private Pair all = Pair.NONE;
    private long orders;

    /** From which stage to which; empty is outside. */
    record Way(Optional<String> from, Optional<String> to) {}

    /** Before is empty where nothing is in force yet. */
    public Planning(Optional<Funnel> before, Funnel after) {
        this.before = before;
        this.after = after;
    }

    /** The order counts as it would in the facts: one gone from the source is not to be given. */
    public void see(Order order, Names names) {
        var beside = new Beside(before.map(funnel -> funnel.judge(order, names)), after.judge(order, names));
        orders++;
        changes.merge(beside.change(), 1L, Long::sum);
        beside.passedBefore().ifPresent(passed -> countBefore(order, passed));
        beside.passedAfter().ifPresent(passed -> countAfter(order, passed));
        Standing standing =
                statuses.getOrDefault(order.statusId(), Standing.NONE).plus(beside);
        statuses.put(order.statusId(), beside.isDropped() ? standing.plusDropped(after.kept(order, names)) : standing);
        noteFlow(order, beside);
        noteUnmapped(order, beside);
    }

    private void countBefore(Order order, Passed passed) {
        var month = YearMonth.from(before.orElseThrow().dayOf(order.createdAt()));
        all = all.plusBefore(passed);
        stages.put(passed.stage().id(), at(stages, passed.stage().id()).plusBefore(passed));
        months.put(month, at(months, month).plusBefore(passed));
        issues.before(passed.issues());
    }

    private void countAfter(Order order, Passed passed) {
        var month = YearMonth.from(after.dayOf(order.createdAt()));
        all = all.plusAfter(passed);
        stages.put(passed.stage().id(), at(stages, passed.stage().id()).plusAfter(passed));
        months.put(month, at(months, month).plusAfter(passed));
        issues.after(passed.issues(), order);
    }

    private static <K> Pair at(Map<K, Pair> figures, K key) {
        return figures.getOrDefault(key, Pair.NONE);
    }

    private void noteFlow(Order order, Beside beside) {
        switch (beside.change()) {
            case ENTERS, LEAVES, MOVES -> {
                var way = new Way(stageOf(beside.passedBefore()), stageOf(beside.passedAfter()));
                flows.put(way, flows.getOrDefault(way, Sampled.NONE).plus(order));
            }
            case REVALUED, STAYS, OUTSIDE -> {}
        }
    }

    private static Optional<String> stageOf(Optional<Passed> passed) {
        return passed.map(Passed::stage).map(Stage::id);
    }

    private void noteUnmapped(Order order, Beside beside) {
        if (beside.becomesUnmapped()) {
            unmapped.merge(order.statusId(), Sampled.NONE.plus(order), (former, one) -> former.plus(order));
        }
    }

    public Plan plan() {
        return new Plan(
                orders,
                changes,
                all,
                new StageRows(before, after).of(stages),
                new TreeMap<>(months),
                new TreeMap<>(statuses),
                Flows.largestFirst(flows),
                new TreeMap<>(unmapped),
                issues.rows());
    }
}
