package remfunnel.ingest.source;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: twice as long each time, spread so that many callers do not return at once.
 *
 * @param random from 0 to 1
 */
record Backoff(int attempts, DoubleSupplier random) {
    /** A source that wants to be left alone for longer is left to the caller, who has other work. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 3;

    /** Of half to all of 1, 2, 4, 8, 8 … seconds; longer where the source asks for it. */
    Duration delay(int attempt, Duration asked) {
        var full = SHORTEST.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        var spread = Duration.ofNanos((long) (full.toNanos() * (0.5 + random.getAsDouble() / 2)));
        return spread.compareTo(asked) < 0 ? asked : spread;
    }
}
