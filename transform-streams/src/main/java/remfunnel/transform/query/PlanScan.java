package remfunnel.transform.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.funnel.Names;
import remfunnel.funnel.plan.Planning;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.ReadOnlyStores;
import remfunnel.transform.state.Standing;

/**
 * Shows a planning every order of a connector, in slices with pauses: the topology has the disk and the processor
 * first. An order that changes meanwhile is seen once, as it was before or as it is after.
 */
final class PlanScan {
    /** Short beside what a record may wait, long beside what opening an iterator takes. */
    private static final Duration SLICE = Duration.ofMillis(10);

    /** A slice's time of work is followed by so many times of rest: at most a fifth of one processor. */
    private static final int REST = 4;

    private final ReadOnlyStores stores;
    private final String connector;
    private final long life;
    private final Consumer<Duration> rest;

    PlanScan(ReadOnlyStores stores, String connector, long life, Consumer<Duration> rest) {
        this.stores = stores;
        this.connector = connector;
        this.life = life;
        this.rest = rest;
    }

    void show(Planning planning, Names names) {
        Optional<Bytes> position = Optional.empty();
        do {
            long began = System.nanoTime();
            position = slice(position, planning, names);
            rest.accept(Duration.ofNanos(REST * (System.nanoTime() - began)));
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the scan was stopped: its figures are partial");
            }
        } while (position.isPresent());
    }

    /** The key to go on behind; empty when there is nothing behind it. */
    private Optional<Bytes> slice(Optional<Bytes> behind, Planning planning, Names names) {
        long deadline = System.nanoTime() + SLICE.toNanos();
        try (var orders = stores.ordersOf(connector, behind)) {
            while (orders.hasNext()) {
                var next = orders.next();
                show(next.value, planning, names);
                if (System.nanoTime() - deadline >= 0) {
                    return Optional.of(next.key);
                }
            }
            return Optional.empty();
        }
    }

    /** Those of a former life are about to be forgotten. */
    private void show(KnownOrder known, Planning planning, Names names) {
        if (known.standing() != Standing.DELETED && known.life() >= life) {
            known.asRead().ifPresent(order -> planning.see(order, names));
        }
    }
}
