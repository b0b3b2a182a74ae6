package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import remfunnel.funnel.history.Transition;
import remfunnel.tracing.TraceParent;
import remfunnel.transform.state.Books;
import remfunnel.transform.state.Counts;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Origin;
import remfunnel.transform.state.Told;

/** Brings state and topics to what is now known of an order: writes what changed and nothing else. */
final class Ledger {
    private final Books books;
    private final Desk desk;
    private final TotalBook totals;

    Ledger(Books books, Desk desk) {
        this.books = books;
        this.desk = desk;
        this.totals = new TotalBook(books, desk);
    }

    void settle(OrderKey key, Optional<KnownOrder> before, KnownOrder after, Reason reason) {
        if (before.isPresent() && before.get().equals(after)) {
            return;
        }
        keep(key, before, after);
        tell(key, before, after, reason);
    }

    /** Of an order that nothing can judge: its fact, and all that goes with it, stays as it is, but for that of a former life. */
    void remember(OrderKey key, Optional<KnownOrder> before, KnownOrder after, Reason reason) {
        if (before.filter(known -> known.life() != after.life()).isPresent()) {
            settle(key, before, after, reason);
        } else {
            keep(key, before, after);
        }
    }

    private void keep(OrderKey key, Optional<KnownOrder> before, KnownOrder after) {
        books.keep(key, after);
        count(key.connector(), before.filter(known -> known.life() == after.life()), after);
    }

    /** An order of a former life: it counts for nothing any more. */
    void forget(OrderKey key, KnownOrder known, Reason reason) {
        books.forget(key);
        tell(key, Optional.of(known), known.judged(known.standing(), Told.NOTHING), reason);
    }

    /**
     * Writes what orders changed of the totals since this was called last; to be called before a commit can come.
     *
     * @param event that led to it; empty where many orders did
     */
    void balance(Reason reason, Optional<Origin> event) {
        totals.write(new Desk.Led(reason.cause(), reason.revision(), event, Instant.EPOCH, Optional.empty()));
    }

    private void count(String connector, Optional<KnownOrder> before, KnownOrder after) {
        boolean countsAlike =
                before.filter(known -> Counts.areAlike(known, after)).isPresent();
        if (!countsAlike) {
            var counts = books.counts(connector);
            var without = before.map(counts::minus).orElse(counts);
            books.keep(connector, without.plus(after));
        }
    }

    private void tell(OrderKey key, Optional<KnownOrder> before, KnownOrder after, Reason reason) {
        var told = before.map(KnownOrder::told).orElse(Told.NOTHING);
        var led = new Desk.Led(
                reason.cause(), reason.revision(), Optional.of(after.origin()), after.modifiedAt(), reason.trace());
        if (!told.fact().equals(after.told().fact())) {
            desk.fact(key, after.told().fact(), led);
        }
        if (!told.stages().equals(after.told().stages()) || historyChanged(before, after)) {
            tellTransitions(key, before, after, led);
        }
        if (!told.stages().equals(after.told().stages())
                || !told.share().equals(after.told().share())) {
            totals.change(key.connector(), told.cells(), after.told().cells(), after.modifiedAt());
        }
    }

    private static boolean historyChanged(Optional<KnownOrder> before, KnownOrder after) {
        return before.isPresent() && !before.get().history().equals(after.history());
    }

    private void tellTransitions(OrderKey key, Optional<KnownOrder> before, KnownOrder after, Desk.Led led) {
        int shared = before.map(after::transitionsSharedWith).orElse(0);
        var former = before.map(known -> known.transitions(shared)).orElse(List.of());
        var now = after.transitions(shared);
        for (int i = 0; i < now.size(); i++) {
            if (i >= former.size() || isOther(key, former.get(i), now.get(i))) {
                desk.transition(key, now.get(i), led);
            }
        }
        for (int i = now.size(); i < former.size(); i++) {
            desk.noTransition(key, shared + i, led);
        }
    }

    /** What a record does not show, such as the position of a stage, is no change of it. */
    private boolean isOther(OrderKey key, Transition before, Transition after) {
        return !before.equals(after) && !Arrays.equals(desk.encode(key, before), desk.encode(key, after));
    }

    /**
     * What a change is put down to.
     *
     * @param trace that the event bears, where it was one event
     */
    record Reason(Cause cause, Optional<Long> revision, Optional<TraceParent> trace) {
        Reason(Cause cause, Optional<Long> revision) {
            this(cause, revision, Optional.empty());
        }
    }
}
