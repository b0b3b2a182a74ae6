package remfunnel.transform.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Restatement;
import remfunnel.transform.state.TaskStores;

/**
 * Goes over the orders of connectors in slices, between records: a restatement of any length in one go would outlive its
 * transaction. How far it is stands in a store, written in the same transaction as the facts.
 */
final class Restater {
    private final TaskContext task;
    private final TaskStores stores;
    private final Restatements restatements;
    private final Rhythm rhythm;
    private final TransformMeters meters;
    private final Set<String> told = new HashSet<>();
    private Optional<Restatement.Key> last = Optional.empty();
    private Instant toldAt = Instant.EPOCH;

    Restater(TaskContext task, Restatements restatements, Rhythm rhythm, TransformMeters meters) {
        this.task = task;
        this.stores = task.stores();
        this.restatements = restatements;
        this.rhythm = rhythm;
        this.meters = meters;
    }

    /** How much is done at once, and when. */
    record Rhythm(Pace pace, RestatementThrottle throttle) {}

    /** The next restatements in turn, as far as the slice reaches: a long one keeps no other connector waiting. */
    void slice(Instant now) {
        if (!rhythm.throttle().isForSlice(now)) {
            return;
        }
        var due = inTurn(stores.restatementsDue(now));
        if (!due.isEmpty()) {
            long began = System.nanoTime();
            advance(due, now);
            rhythm.throttle().sliceEnded(now.plusNanos(System.nanoTime() - began));
        }
    }

    private void advance(List<Restatement.Key> due, Instant now) {
        var budget = new Budget(rhythm.pace().orders(), rhythm.pace().time());
        for (Restatement.Key key : due) {
            if (budget.isSpent()) {
                return;
            }
            last = Optional.of(key);
            advance(key, budget, now);
        }
    }

    private List<Restatement.Key> inTurn(List<Restatement.Key> due) {
        int behind = last.map(due::indexOf).orElse(-1) + 1;
        Collections.rotate(due, -behind);
        return due;
    }

    private void advance(Restatement.Key key, Budget budget, Instant now) {
        var restatement = stores.restatement(key).orElseThrow();
        var step = new RestatementStep(task, key);
        var position = restatement.after();
        long done = 0;
        boolean finished;
        try (var orders = stores.ordersOf(key.connector(), restatement.position())) {
            while (orders.hasNext() && budget.take()) {
                var next = orders.next();
                step.visit(OrderKey.of(next.key), next.value);
                position = next.key;
                done++;
            }
            finished = !orders.hasNext();
        }
        step.end();
        settle(key, restatement.advanced(position, done), finished, now);
    }

    private void settle(Restatement.Key key, Restatement restatement, boolean finished, Instant now) {
        told.add(key.connector());
        meters.restating(key.connector(), restatement.done(), finished ? restatement.done() : restatement.total());
        if (finished) {
            restatements.finish(key, restatement, now);
        } else {
            stores.keep(key, restatement);
        }
        if (finished || !now.isBefore(toldAt.plus(rhythm.pace().status()))) {
            task.statuses().tell(key.connector(), now);
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
