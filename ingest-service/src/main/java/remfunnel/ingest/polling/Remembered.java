package remfunnel.ingest.polling;

import java.time.Instant;
import remfunnel.ingest.source.PayloadHash;
import remfunnel.ingest.source.RawOrder;

/** What is remembered of an order that was published, so that the next window's overlap does not publish it again. */
public record Remembered(long id, Instant modifiedAt, PayloadHash hash) {
    static Remembered of(RawOrder order) {
        return new Remembered(order.id(), order.modifiedAt(), order.hash());
    }
}
