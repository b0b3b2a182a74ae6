package remfunnel.ingest.connector;

import java.time.Duration;

/**
 * The rhythm of the loops.
 *
 * @param refusedRetry how long to wait after a refusal that only a person can change
 * @param longestBackoff how long to wait at most when the source is away
 * @param namesEvery how often all names are read again
 * @param statusEvery how often a status that only counts on is written
 */
public record LoopSettings(Duration refusedRetry, Duration longestBackoff, Duration namesEvery, Duration statusEvery) {
    public LoopSettings {
        refusedRetry = refusedRetry == null ? Duration.ofMinutes(5) : refusedRetry;
        longestBackoff = longestBackoff == null ? Duration.ofSeconds(60) : longestBackoff;
        namesEvery = namesEvery == null ? Duration.ofMinutes(10) : namesEvery;
        statusEvery = statusEvery == null ? Duration.ofSeconds(10) : statusEvery;
    }

    public static LoopSettings defaults() {
        return new LoopSettings(null, null, null, null);
    }
}
