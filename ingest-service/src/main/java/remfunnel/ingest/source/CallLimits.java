package remfunnel.ingest.source;

import java.time.Duration;

/**
 * What a call may take: time, bytes, attempts, and a share of the key's rate.
 *
 * @param requestsPerSecond of one key, all connectors together; 0: no limit
 * @param burst how many requests may go at once, out of that rate
 * @param tokenLife after which a v1 token is replaced without waiting for its refusal
 */
public record CallLimits(
        Duration connectTimeout,
        Duration readTimeout,
        Duration callTimeout,
        int attempts,
        long maxBodyBytes,
        double requestsPerSecond,
        int burst,
        Duration tokenLife) {
    public CallLimits {
        require(attempts >= 1, "attempts", attempts, "1 or more");
        require(maxBodyBytes >= 1, "maxBodyBytes", maxBodyBytes, "1 or more");
        require(requestsPerSecond >= 0, "requestsPerSecond", requestsPerSecond, "0 (no limit) or more");
        require(burst >= 1, "burst", burst, "1 or more");
        require(tokenLife.isPositive(), "tokenLife", tokenLife, "longer than nothing");
    }

    /** Three requests a second is what the source's newer documentation allows; nine minutes suit its shortest tokens. */
    public static CallLimits defaults() {
        return new CallLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                5,
                32L << 20,
                3,
                3,
                Duration.ofMinutes(9));
    }

    /** The same with another rate. */
    public CallLimits withRate(double perSecond, int atOnce) {
        return new CallLimits(
                connectTimeout, readTimeout, callTimeout, attempts, maxBodyBytes, perSecond, atOnce, tokenLife);
    }

    /** The same with other times to wait. */
    public CallLimits withTimeouts(Duration connect, Duration read, Duration call) {
        return new CallLimits(connect, read, call, attempts, maxBodyBytes, requestsPerSecond, burst, tokenLife);
    }

    private static void require(boolean holds, String field, Object value, String right) {
        if (!holds) {
            throw new IllegalArgumentException("%s is %s; it has to be %s".formatted(field, value, right));
        }
    }
}
