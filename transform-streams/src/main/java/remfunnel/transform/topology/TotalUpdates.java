package remfunnel.transform.topology;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;
import remfunnel.schemas.Keys;
import remfunnel.transform.state.TaskStores;

/**
 * Adds up what orders change of the totals, and writes each cell once for a record or a slice. Both end before the next commit, so
 * at every commit the totals are the sums of the facts.
 */
final class TotalUpdates {
    private final TaskStores stores;
    private final Outputs outputs;
    private final Map<String, Change> changes = new LinkedHashMap<>();

    TotalUpdates(TaskStores stores, Outputs outputs) {
        this.stores = stores;
        this.outputs = outputs;
    }

    private record Change(String connector, Cell cell, Total by, Instant at) {
        Change plus(Change later) {
            return new Change(connector, cell, by.plus(later.by), later.at);
        }
    }

    void change(String connector, Map<Cell, Total> before, Map<Cell, Total> after, Instant at) {
        before.forEach((cell, total) -> change(new Change(connector, cell, total.negated(), at)));
        after.forEach((cell, total) -> change(new Change(connector, cell, total, at)));
    }

    private void change(Change change) {
        var cell = change.cell();
        var key = Keys.total(change.connector(), cell.day(), cell.location(), cell.stageId());
        changes.merge(key, change, Change::plus);
    }

    void write(Outputs.Provenance provenance) {
        changes.forEach((key, change) -> write(key, change, provenance));
        changes.clear();
    }

    private void write(String key, Change change, Outputs.Provenance provenance) {
        if (change.by().isNone()) {
            return;
        }
        var total = stores.total(key).plus(change.by());
        stores.keep(key, total);
        outputs.total(key, new TotalWriter.Row(change.connector(), change.cell(), total), provenance.at(change.at()));
    }
}
