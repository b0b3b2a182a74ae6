package remfunnel.config.audit;

import java.util.Map;
import java.util.stream.Collectors;
import remfunnel.funnel.totals.Cell;

/** What one reading made of a connector. */
record CountedConnector(
        long orders, long transitions, long transitionsWithoutFact, long cells, Map<Cell, Difference> differences) {
    boolean agrees() {
        return differences.isEmpty() && transitionsWithoutFact == 0;
    }

    /** This one, with only what was wrong in the earlier reading too, and in the same way. */
    CountedConnector confirming(CountedConnector earlier) {
        Map<Cell, Difference> same = differences.values().stream()
                .filter(difference -> earlier.differences.containsKey(difference.cell())
                        && earlier.differences.get(difference.cell()).by().equals(difference.by()))
                .collect(Collectors.toUnmodifiableMap(Difference::cell, difference -> difference));
        return new CountedConnector(
                orders, transitions, Math.min(transitionsWithoutFact, earlier.transitionsWithoutFact), cells, same);
    }
}
