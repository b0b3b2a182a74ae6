package remfunnel.simulator;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the shops live at so many events a second, until paused. */
final class Pace implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Pace.class);
    private static final int TICK_MILLIS = 50;

    private final List<Mover> movers;
    private final double perTick;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mover").factory());
    private double due;
    private boolean paused;

    Pace(List<Mover> movers, double perSecond) {
        this.movers = movers;
        this.perTick = perSecond * TICK_MILLIS / 1000;
    }

    void start() {
        if (perTick > 0) {
            // A tick that fails has already said so.
            var unused = ticks.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Once this returned, nothing moves by itself any more. */
    synchronized void pause(boolean now) {
        paused = now;
    }

    private synchronized void tick() {
        if (paused) {
            return;
        }
        try {
            for (due += perTick; due >= 1; due--) {
                movers.forEach(Mover::step);
            }
        } catch (RuntimeException bug) {
            LOGGER.atError().setCause(bug).log("The mover stopped");
            throw bug;
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
