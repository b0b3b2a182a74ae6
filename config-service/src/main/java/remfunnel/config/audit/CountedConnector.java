package remfunnel.config.audit;

import java.util.Map;
import remfunnel.funnel.totals.Cell;

/** What one reading made of a connector. */
record CountedConnector(
        long orders, long transitions, long transitionsWithoutFact, long cells, Map<Cell, Difference> differences) {
    boolean agrees() {
        return differences.isEmpty() && transitionsWithoutFact == 0;
    }
}
