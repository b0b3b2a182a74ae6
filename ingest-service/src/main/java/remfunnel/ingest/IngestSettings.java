package remfunnel.ingest;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import remfunnel.ingest.connector.LoopSettings;
import remfunnel.ingest.source.CallLimits;

/**
 * The settings of this service alone, under {@code remfunnel}.
 *
 * @param remonline how the source is reached; null: the defaults
 * @param ingest how it is polled; null: the defaults
 */
@ConfigurationProperties("remfunnel")
record IngestSettings(Remonline remonline, Ingest ingest) {
    IngestSettings {
        remonline = remonline == null ? new Remonline(null, null, null) : remonline;
        ingest = ingest == null ? new Ingest(null, null) : ingest;
    }

    /**
     * How the source is reached.
     *
     * @param url of every connector without a base URL of its own; null: the vendor's
     * @param requestsPerSecond of one key; 0: no limit; null: 3
     * @param burst how many requests may go at once, out of that rate; null: 3
     */
    record Remonline(URI url, Double requestsPerSecond, Integer burst) {
        Optional<URI> address() {
            return Optional.ofNullable(url).filter(given -> !given.toString().isEmpty());
        }

        CallLimits limits() {
            var usual = CallLimits.defaults();
            return usual.withRate(
                    Optional.ofNullable(requestsPerSecond).orElse(usual.requestsPerSecond()),
                    Optional.ofNullable(burst).orElse(usual.burst()));
        }
    }

    /**
     * How the source is polled.
     *
     * @param instanceId lets this instance keep its connectors over a restart; null: they move on when it stops
     * @param loops the rhythm; null: the defaults
     */
    record Ingest(String instanceId, LoopSettings loops) {
        Ingest {
            instanceId = instanceId == null ? "" : instanceId;
            loops = loops == null ? LoopSettings.defaults() : loops;
        }
    }
}
