package remfunnel.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;

/**
 * A RemOnline account that lives, over restarts too. The simulator's orders follow from its seed, its first moment and the moments of its
 * moves; those are kept, so the next start lives the same life again, quickly, and goes on. What was polled before is still true then.
 */
final class SimulatedShop implements AutoCloseable {
    static final int ORDERS = 20_000;
    static final int REQUESTS_PER_SECOND = 30;

    private static final Duration PAUSE = Duration.ofMillis(700);

    private final Simulator simulator;
    private final ShopClock clock;
    private final ShopJournal journal;
    private final ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("shop-life").factory());

    private SimulatedShop(Simulator simulator, ShopClock clock, ShopJournal journal) {
        this.simulator = simulator;
        this.clock = clock;
        this.journal = journal;
    }

    static SimulatedShop open(Path journalFile) {
        var journal = ShopJournal.open(journalFile, Instant.now());
        var clock = new ShopClock();
        var simulator = clock.at(journal.beginning(), () -> Simulator.start(options(clock)));
        var shop = new SimulatedShop(simulator, clock, journal);
        journal.moves().forEach(shop::live);
        return shop;
    }

    private static SimulatorOptions options(ShopClock clock) {
        return SimulatorOptions.defaults().orders(ORDERS).clock(clock).requestsPerSecond(REQUESTS_PER_SECOND);
    }

    void beginMoving() {
        var unused = life.scheduleAtFixedRate(this::liveOn, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void liveOn() {
        live(journal.write(Instant.now()));
    }

    private void live(Instant moment) {
        clock.at(moment, () -> {
            simulator.control().step(1);
            return moment;
        });
    }

    URI baseUrl() {
        return simulator.baseUrl();
    }

    @Override
    public void close() {
        life.shutdownNow();
        simulator.close();
        journal.close();
    }
}
