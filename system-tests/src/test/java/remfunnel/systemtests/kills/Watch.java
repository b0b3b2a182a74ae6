package remfunnel.systemtests.kills;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import remfunnel.systemtests.Patience;

/** Consumers of orders and facts, read while the test waits for something. */
final class Watch implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final OrderLog orders;
    private final FactLog facts;

    Watch(String bootstrapServers) {
        this(bootstrapServers, Optional.empty());
    }

    /** Of one connector among several. */
    Watch(String bootstrapServers, Optional<String> connector) {
        orders = new OrderLog(bootstrapServers, connector);
        facts = new FactLog(bootstrapServers, connector);
    }

    OrderLog orders() {
        return orders;
    }

    FactLog facts() {
        return facts;
    }

    static void waitFor(String what, BooleanSupplier reached) {
        waitFor(what, Patience.OF_A_TEST, reached);
    }

    static void waitFor(String what, Duration patience, BooleanSupplier reached) {
        Awaitility.await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .pollInSameThread()
                .until(reached::getAsBoolean);
    }

    void await(String what, BooleanSupplier reached) {
        waitFor(what, () -> {
            read();
            return reached.getAsBoolean();
        });
    }

    void readFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            read();
        }
    }

    /** Until facts are as reckoned and no more come: a late surplus would be missed otherwise. Facts that stay wrong are for the audit to show. */
    void settle(Audit audit, Plan plan) {
        awaitNoDifference(audit, plan);
        readFor(QUIET);
    }

    /** Until facts are as reckoned, or patience ends. */
    void awaitNoDifference(Audit audit, Plan plan) {
        long end = System.nanoTime() + Patience.OF_A_TEST.toNanos();
        while (audit.firstDifference(plan).isPresent() && System.nanoTime() < end) {
            readFor(Duration.ofMillis(200));
        }
    }

    private void read() {
        orders.read();
        facts.read();
    }

    @Override
    public void close() {
        orders.close();
        facts.close();
    }
}
