package remfunnel.ingest.source;

import java.time.Duration;
import java.util.Optional;

/** What an answer means for the call that it answers. */
sealed interface Verdict<T> {
    /** The call ends here. */
    record Done<T>(Reply<T> reply) implements Verdict<T> {}

    /** The pass was refused. */
    record Renew<T>(String why) implements Verdict<T> {}

    /** Worth another attempt; {@code tooMany} when it was a matter of rate. */
    record Later<T>(String why, Optional<Duration> retryAfter, boolean tooMany) implements Verdict<T> {
        Reply<T> reply() {
            return new Reply.Unreachable<>(why, retryAfter);
        }
    }

    static <T> Verdict<T> later(String why) {
        return new Later<>(why, Optional.empty(), false);
    }
}
