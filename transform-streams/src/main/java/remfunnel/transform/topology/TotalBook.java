package remfunnel.transform.topology;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;
import remfunnel.schemas.Keys;
import remfunnel.transform.state.Books;

/**
 * Adds up what orders change of the totals, and writes each cell once for a record or a slice. Both end before the next commit, so
 * at every commit the totals are the sums of the facts.
 */
final class TotalBook {
    private final Books books;
    private final Desk desk;
    private final Map<String, Change> changes = new LinkedHashMap<>();

    TotalBook(Books books, Desk desk) {
        this.books = books;
        this.desk = desk;
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

    void write(Desk.Led led) {
        changes.forEach((key, change) -> write(key, change, led));
        changes.clear();
    }

    private void write(String key, Change change, Desk.Led led) {
        if (change.by().isNone()) {
            return;
        }
        var total = books.total(key).plus(change.by());
        books.keep(key, total);
        desk.total(key, new TotalWriter.Row(change.connector(), change.cell(), total), led.at(change.at()));
    }
}
