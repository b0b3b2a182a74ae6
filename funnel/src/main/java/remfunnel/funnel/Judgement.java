package remfunnel.funnel;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a funnel says of one order. */
public sealed interface Judgement {
    /** The order counts; its amounts have four decimal places. */
    record Passed(
            Stage stage,
            Optional<BigDecimal> revenue,
            Optional<BigDecimal> cost,
            SortedMap<String, String> dimensions,
            List<Issue> issues)
            implements Judgement {
        public Passed {
            dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
            issues = List.copyOf(issues);
        }

        public Passed withIssues(List<Issue> others) {
            return new Passed(stage, revenue, cost, dimensions, others);
        }
    }

    /** The filter keeps the order out; {@link Funnel#explain} says by which conditions. */
    record FilteredOut() implements Judgement {}

    /** No stage holds the order's status and the funnel drops such orders. */
    record UnmappedDropped(long statusId) implements Judgement {}
}
