package remfunnel.transform.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import remfunnel.schemas.Keys;
import remfunnel.transform.state.Books;
import remfunnel.transform.state.Job;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;

/**
 * Goes over the orders of connectors in slices, between records: a pass of any length in one go would outlive its
 * transaction. How far it is stands in a store, written in the same transaction as the facts.
 */
final class Restater {
    private final Station station;
    private final Books books;
    private final Passes passes;
    private final Workplace workplace;
    private Optional<Job.Key> last = Optional.empty();
    private Instant toldAt = Instant.EPOCH;

    Restater(Station station, Passes passes, Workplace workplace) {
        this.station = station;
        this.books = station.books();
        this.passes = passes;
        this.workplace = workplace;
    }

    /** The next passes in turn, as far as the slice reaches: one long pass keeps no other connector waiting. */
    void slice(Instant now) {
        var budget = new Budget(workplace.pace().orders(), workplace.pace().time());
        for (Job.Key key : inTurn(books.jobsDue(now))) {
            if (budget.isSpent()) {
                return;
            }
            last = Optional.of(key);
            advance(key, budget, now);
        }
    }

    private List<Job.Key> inTurn(List<Job.Key> due) {
        int behind = last.map(due::indexOf).orElse(-1) + 1;
        Collections.rotate(due, -behind);
        return due;
    }

    private void advance(Job.Key key, Budget budget, Instant now) {
        var job = books.job(key).orElseThrow();
        var pass = passOf(key);
        var position = job.after();
        long done = 0;
        boolean finished;
        try (var orders = pass.from(job.position())) {
            while (orders.hasNext() && budget.take()) {
                var next = orders.next();
                pass.visit(OrderKey.of(next.key), next.value);
                position = next.key;
                done++;
            }
            finished = !orders.hasNext();
        }
        settle(key, job.advanced(position, done), finished, now);
    }

    private void settle(Job.Key key, Job job, boolean finished, Instant now) {
        workplace.meters().restating(key.connector(), job.done(), finished ? job.done() : job.total());
        if (finished) {
            passes.finish(key, job, now);
        } else {
            books.keep(key, job);
        }
        if (finished || !now.isBefore(toldAt.plus(workplace.pace().status()))) {
            station.statuses().tell(key.connector(), now);
            toldAt = now;
        }
    }

    private Pass passOf(Job.Key key) {
        return switch (key.kind()) {
            case CONFIG -> new Restatement(key.connector(), Cause.CONFIG);
            case NAMES -> new Restatement(key.connector(), Cause.NAMES);
            case REMOVAL -> new Removal(key.connector());
        };
    }

    /** What is done to each order. */
    private interface Pass {
        KeyValueIterator<Bytes, KnownOrder> from(Optional<Bytes> behind);

        void visit(OrderKey key, KnownOrder known);
    }

    /** Judges every order again. */
    private final class Restatement implements Pass {
        private final Bench bench;
        private final String connector;
        private final Ledger.Reason reason;

        Restatement(String connector, Cause cause) {
            this.connector = connector;
            this.bench = station.benches().of(connector);
            this.reason = new Ledger.Reason(cause, bench.revision());
        }

        @Override
        public KeyValueIterator<Bytes, KnownOrder> from(Optional<Bytes> behind) {
            return books.ordersOf(connector, bench.connector().life(), behind);
        }

        @Override
        public void visit(OrderKey key, KnownOrder known) {
            station.ledger().settle(key, Optional.of(known), bench.judged(known), reason);
        }
    }

    /** Forgets the orders of former lives, and takes their facts back unless the present life has one. */
    private final class Removal implements Pass {
        private final String connector;
        private final int life;
        private final Optional<Long> revision;

        Removal(String connector) {
            this.connector = connector;
            var removed = books.connector(connector);
            this.life = removed.life();
            this.revision = removed.removal();
        }

        @Override
        public KeyValueIterator<Bytes, KnownOrder> from(Optional<Bytes> behind) {
            return books.ordersBefore(connector, life, behind);
        }

        @Override
        public void visit(OrderKey key, KnownOrder known) {
            var present = books.order(new OrderKey(connector, life, key.order()));
            if (known.hasFact() && !present.map(KnownOrder::hasFact).orElse(false)) {
                var gone = known.judged(known.standing(), KnownOrder.NOTHING);
                station.desk().fact(Keys.order(connector, key.order()), gone, Cause.CONFIG, revision);
            }
            books.forget(key);
        }
    }

    /** What is left of a slice. */
    private static final class Budget {
        private final long deadline;
        private int orders;

        Budget(int orders, Duration time) {
            this.orders = orders;
            this.deadline = System.nanoTime() + time.toNanos();
        }

        boolean isSpent() {
            return orders <= 0 || System.nanoTime() - deadline >= 0;
        }

        boolean take() {
            if (isSpent()) {
                return false;
            }
            orders--;
            return true;
        }
    }
}
