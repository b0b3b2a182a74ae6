package remfunnel.simulator;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A fault and whom it strikes: the next so many requests below a path, or each with a probability. */
public record Fault(Kind kind, String pathPrefix, int times, double probability, Duration delay) {
    /** What goes wrong. */
    public enum Kind {
        TOO_MANY_REQUESTS,
        TOO_MANY_REQUESTS_RETRY_AFTER,
        ERROR_500_HTML,
        BAD_GATEWAY_HTML,
        OK_HTML,
        NOT_FOUND,
        TRUNCATED_JSON,
        MALFORMED_JSON,
        SUCCESS_FALSE,
        DROPPED_CONNECTION,
        DROPPED_BODY,
        SLOW;

        /** All but what a source does not know: that says something, and is not over when it is asked again. */
        public static List<Kind> passing() {
            return Stream.of(values()).filter(kind -> kind != NOT_FOUND).toList();
        }
    }

    public Fault {
        if (times < 0 || probability < 0 || probability > 1) {
            throw new IllegalArgumentException(
                    "times is " + times + " and probability " + probability + "; right: 0 or more, and 0 to 1");
        }
    }

    public static Fault next(int times, Kind kind, String pathPrefix) {
        return new Fault(kind, pathPrefix, times, 1, Duration.ofSeconds(1));
    }

    public static Fault sometimes(double probability, Kind kind, String pathPrefix) {
        return new Fault(kind, pathPrefix, Integer.MAX_VALUE, probability, Duration.ofSeconds(1));
    }

    /** For how long SLOW waits, and what Retry-After says. */
    public Fault lasting(Duration value) {
        return new Fault(kind, pathPrefix, times, probability, value);
    }
}
