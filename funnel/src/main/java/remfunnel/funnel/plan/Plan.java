package remfunnel.funnel.plan;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What another configuration would change, to the figure that the facts come to once it is applied.
 *
 * @param orders that were looked at: those known and not gone from the source
 * @param changes how many orders each change happens to
 * @param all every order that counts
 * @param stages those of either funnel, in the order of the new one, then those that it has no more, then unmapped
 * @param months of creation, in the zone of the funnel that counts it
 * @param statuses by id, also those of which no order counts
 * @param flows orders that enter, leave or move, from stage to stage
 * @param newlyUnmapped by status, orders that become unmapped: that will stand in no stage, and did not before. As facts tell it: one in
 *     {@link remfunnel.funnel.Stage#UNMAPPED} that was not there; or, where such orders are dropped, none any more of an order that had one in a
 *     stage. So one that was unmapped and dropped counts when it is kept, and one that had no fact and gets none does not
 * @param issues amounts that orders lack
 */
public record Plan(
        long orders,
        Map<Change, Long> changes,
        Pair all,
        List<StageRow> stages,
        SortedMap<YearMonth, Pair> months,
        SortedMap<Long, Standing> statuses,
        List<Flow> flows,
        SortedMap<Long, Sampled> newlyUnmapped,
        List<IssueRow> issues) {
    public Plan {
        changes = Map.copyOf(changes);
        stages = List.copyOf(stages);
        flows = List.copyOf(flows);
        issues = List.copyOf(issues);
    }

    /** One stage; titles are missing where that funnel has no such stage. */
    public record StageRow(String id, Optional<String> titleBefore, Optional<String> titleAfter, Pair figures) {}

    /** Orders that go one way; from nowhere when they enter, to nowhere when they leave. */
    public record Flow(Optional<String> from, Optional<String> to, Sampled orders) {}

    /**
     * One reason for which amounts are lacking.
     *
     * @param field to blame, where there is one
     * @param before how many orders lack an amount for it now
     * @param after how many will, and some of them
     */
    public record IssueRow(String code, Optional<String> field, long before, Sampled after) {}
}
