package remfunnel.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A RemOnline account that lives, over restarts too. The simulator's orders follow from its seed, its first moment and the moments of its
 * moves; those are kept, so the next start lives the same life again, quickly, and goes on. What was polled before is still true then.
 */
public final class SimulatedShop implements AutoCloseable {
    private final Simulator simulator;
    private final ShopClock clock;
    private final ShopJournal journal;
    private final int accounts;
    private final ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("shop-life").factory());

    private SimulatedShop(Simulator simulator, ShopClock clock, ShopJournal journal, int accounts) {
        this.simulator = simulator;
        this.clock = clock;
        this.journal = journal;
        this.accounts = accounts;
    }

    /**
     * Started, at the moment it had reached.
     *
     * @param options the same at every start; the clock is the shop's own, and it moves by {@link #beginMoving} alone
     */
    public static SimulatedShop open(SimulatorOptions options, Path journalFile) {
        var journal = ShopJournal.open(journalFile, Instant.now());
        var clock = new ShopClock();
        var still = options.clock(clock).movesPerSecond(0);
        var simulator = clock.at(journal.beginning(), () -> Simulator.start(still));
        var shop = new SimulatedShop(simulator, clock, journal, options.keys().size());
        journal.moves().forEach(shop::live);
        return shop;
    }

    public void beginMoving(Duration pause) {
        var unused = life.scheduleAtFixedRate(this::liveOn, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void liveOn() {
        live(journal.write(Instant.now()));
    }

    private void live(Instant moment) {
        clock.at(moment, () -> {
            for (int account = 0; account < accounts; account++) {
                simulator.control(account).step(1);
            }
            return moment;
        });
    }

    public URI baseUrl() {
        return simulator.baseUrl();
    }

    void join() throws InterruptedException {
        simulator.join();
    }

    @Override
    public void close() {
        life.shutdownNow();
        simulator.close();
        journal.close();
    }
}
