package remfunnel.transform.topology;

import java.util.Optional;
import remfunnel.schemas.Keys;
import remfunnel.transform.state.Books;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Standing;

/** Brings state and topics to what is now known of an order: writes what changed and nothing else. */
final class Ledger {
    private final Books books;
    private final Desk desk;

    Ledger(Books books, Desk desk) {
        this.books = books;
        this.desk = desk;
    }

    void settle(OrderKey key, Optional<KnownOrder> before, KnownOrder after, Reason reason) {
        if (before.isPresent() && before.get().equals(after)) {
            return;
        }
        books.keep(key, after);
        count(key.connector(), before.map(KnownOrder::standing), after.standing());
        var written = before.map(KnownOrder::fact).orElse(KnownOrder.NOTHING);
        if (!written.equals(after.fact())) {
            desk.fact(Keys.order(key.connector(), key.order()), after, reason.cause(), reason.revision());
        }
    }

    private void count(String connector, Optional<Standing> before, Standing after) {
        if (before.isPresent() && before.get() == after) {
            return;
        }
        var counts = books.counts(connector);
        var without = before.map(counts::minus).orElse(counts);
        books.keep(connector, without.plus(after));
    }

    /** What a change is put down to. */
    record Reason(Cause cause, Optional<Long> revision) {}
}
