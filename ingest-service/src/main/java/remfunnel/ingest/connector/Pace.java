package remfunnel.ingest.connector;

import java.time.Duration;
import java.util.random.RandomGenerator;
import remfunnel.ingest.polling.Attempt;
import remfunnel.ingest.polling.Setback;

/** How long a loop waits before its next turn; longer after each failure, and then not in step with others. */
final class Pace {
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 10;

    private final LoopSettings settings;
    private final RandomGenerator random;
    private int failures;

    Pace(LoopSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    Duration after(Attempt<?> turn, Duration afterSuccess) {
        return switch (turn) {
            case Attempt.Got<?> got -> {
                failures = 0;
                yield afterSuccess;
            }
            case Attempt.Missed<?> missed -> afterFailure(missed.setback());
        };
    }

    private Duration afterFailure(Setback setback) {
        failures++;
        if (setback.lasting()) {
            return jittered(settings.refusedRetry());
        }
        var doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        var backoff = jittered(doubled.compareTo(settings.longestBackoff()) < 0 ? doubled : settings.longestBackoff());
        return setback.retryAfter()
                .filter(asked -> asked.compareTo(backoff) > 0)
                .orElse(backoff);
    }

    private Duration jittered(Duration wait) {
        return Duration.ofNanos((long) (wait.toNanos() * random.nextDouble(0.75, 1.0)));
    }
}
