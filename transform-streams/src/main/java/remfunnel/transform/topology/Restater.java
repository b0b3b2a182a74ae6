package remfunnel.transform.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import remfunnel.transform.state.Books;
import remfunnel.transform.state.Job;
import remfunnel.transform.state.OrderKey;

/**
 * Goes over the orders of connectors in slices, between records: a pass of any length in one go would outlive its
 * transaction. How far it is stands in a store, written in the same transaction as the facts.
 */
final class Restater {
    private final Station station;
    private final Books books;
    private final Passes passes;
    private final Rhythm rhythm;
    private final TransformMeters meters;
    private final Set<String> told = new HashSet<>();
    private Optional<Job.Key> last = Optional.empty();
    private Instant toldAt = Instant.EPOCH;

    Restater(Station station, Passes passes, Rhythm rhythm, TransformMeters meters) {
        this.station = station;
        this.books = station.books();
        this.passes = passes;
        this.rhythm = rhythm;
        this.meters = meters;
    }

    /** How much is done at once, and when. */
    record Rhythm(Pace pace, Turns turns) {}

    /** The next passes in turn, as far as the slice reaches: one long pass keeps no other connector waiting. */
    void slice(Instant now) {
        if (!rhythm.turns().isForSlice(now)) {
            return;
        }
        var due = inTurn(books.jobsDue(now));
        if (!due.isEmpty()) {
            long began = System.nanoTime();
            advance(due, now);
            rhythm.turns().sliceEnded(now.plusNanos(System.nanoTime() - began));
        }
    }

    private void advance(List<Job.Key> due, Instant now) {
        var budget = new Budget(rhythm.pace().orders(), rhythm.pace().time());
        for (Job.Key key : due) {
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
        var pass = new Pass(station, key);
        var position = job.after();
        long done = 0;
        boolean finished;
        try (var orders = books.ordersOf(key.connector(), job.position())) {
            while (orders.hasNext() && budget.take()) {
                var next = orders.next();
                pass.visit(OrderKey.of(next.key), next.value);
                position = next.key;
                done++;
            }
            finished = !orders.hasNext();
        }
        pass.end();
        settle(key, job.advanced(position, done), finished, now);
    }

    private void settle(Job.Key key, Job job, boolean finished, Instant now) {
        told.add(key.connector());
        meters.restating(key.connector(), job.done(), finished ? job.done() : job.total());
        if (finished) {
            passes.finish(key, job, now);
        } else {
            books.keep(key, job);
        }
        if (finished || !now.isBefore(toldAt.plus(rhythm.pace().status()))) {
            station.statuses().tell(key.connector(), now);
            toldAt = now;
        }
    }

    void close() {
        told.forEach(meters::leftRestating);
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
