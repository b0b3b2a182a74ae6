package remfunnel.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** So many requests a second for each key, with a burst of the same size; real time, whatever the account's clock says. */
final class RateLimit {
    private final int perSecond;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new HashMap<>();

    RateLimit(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    synchronized boolean admits(String key) {
        if (perSecond == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        var bucket = buckets.getOrDefault(key, new Bucket(perSecond, now));
        double tokens = Math.min(perSecond, bucket.tokens + (now - bucket.at) / 1e9 * perSecond);
        boolean admitted = tokens >= 1;
        buckets.put(key, new Bucket(admitted ? tokens - 1 : tokens, now));
        return admitted;
    }

    private record Bucket(double tokens, long at) {}
}
