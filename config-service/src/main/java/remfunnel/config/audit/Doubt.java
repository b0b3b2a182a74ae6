package remfunnel.config.audit;

import java.util.List;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;

/**
 * A cell that no reading found right, and no two readings wrong by the same.
 *
 * @param by by how much the record was wrong, reading by reading
 */
record Doubt(Cell cell, List<Total> by) {
    Doubt {
        by = List.copyOf(by);
    }
}
