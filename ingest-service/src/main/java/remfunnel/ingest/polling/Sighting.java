package remfunnel.ingest.polling;

import java.time.Instant;
import remfunnel.ingest.source.RawOrder;

/**
 * An order as the source showed it.
 *
 * @param seenAt when the source answered, by its own clock, so that it compares with the order's own times
 */
record Sighting(RawOrder order, Instant seenAt) {
    Sighting with(RawOrder completed) {
        return new Sighting(completed, seenAt);
    }
}
