package remfunnel.ingest.source;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * How many requests may go now: never more than a burst in the time that the rate gives to a burst, wherever that time
 * begins. So it holds against servers that count by window as well as by bucket. Times are readings of one nano clock.
 */
final class RequestRate {
    private static final double SLOWEST = 8;
    private static final double SLOWER = 1.5;
    private static final double HALF_LIFE_NANOS = 5e9;
    /** One in a hundred is left to the network, which may bring two requests closer together than they were sent. */
    private static final double MARGIN = 1.01;

    private final ArrayDeque<Long> granted = new ArrayDeque<>();
    private final double usualPerSecond;
    private final double spanNanos;
    private final int burst;
    private double slowness = 1;
    private long slowedAt;
    private long pausedUntil;

    RequestRate(double perSecond, int burst, long now) {
        this.usualPerSecond = perSecond;
        this.burst = burst;
        this.spanNanos = burst / perSecond * 1e9 * MARGIN;
        this.slowedAt = now;
        this.pausedUntil = now;
    }

    /** What is left of the pause that the source asked for; nothing or less: none. */
    long nanosOfPause(long now) {
        return pausedUntil - now;
    }

    /** Nothing or less: now. */
    long nanosUntilFree(long now) {
        var afterPause = nanosOfPause(now);
        if (granted.size() < burst) {
            return afterPause;
        }
        return Math.max(afterPause, granted.getFirst() + (long) (spanNanos * slowness(now)) - now);
    }

    void take(long now) {
        if (granted.size() == burst) {
            granted.removeFirst();
        }
        granted.addLast(now);
    }

    /** The source said that it was too much: a pause for all, then slower, then gradually as before. */
    void slowDown(long now, Duration pause) {
        slowness = Math.min(SLOWEST, slowness(now) * SLOWER);
        slowedAt = now;
        pausedUntil = Math.max(pausedUntil, now + pause.toNanos());
    }

    /** While it is slower, less than usual. */
    double perSecond(long now) {
        return usualPerSecond / slowness(now);
    }

    /** How many times as long as usual a burst takes; it falls back to 1 by halves. */
    double slowness(long now) {
        return 1 + (slowness - 1) * Math.pow(0.5, (now - slowedAt) / HALF_LIFE_NANOS);
    }
}
