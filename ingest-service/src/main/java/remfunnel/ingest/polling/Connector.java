package remfunnel.ingest.polling;

import java.time.Instant;
import remfunnel.ApiVersion;

/**
 * What polling has to know of a connector's configuration.
 *
 * @param fingerprint of the source: with another one nothing that was read before counts
 * @param historyFrom orders created before it are not read
 * @param needsItems whether the funnel needs an order's lines
 * @param configOffset of the configuration's record in {@code funnel.config.active}
 * @param life that a position begun now belongs to
 */
public record Connector(
        String id,
        ApiVersion api,
        String fingerprint,
        Instant historyFrom,
        boolean needsItems,
        long configOffset,
        long life) {
    /** RemOnline is younger: no order was created before it. */
    public static final Instant BEFORE_ANY_ORDER = Instant.parse("2000-01-01T00:00:00Z");

    /** v1 lists orders with their lines, asked or not. */
    boolean hasItems() {
        return api == ApiVersion.V1 || needsItems;
    }

    boolean paysForItems() {
        return api == ApiVersion.V2 && needsItems;
    }
}
