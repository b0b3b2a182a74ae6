package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.funnel.Order;
import remfunnel.funnel.OrderCodec;
import remfunnel.funnel.history.StatusHistory;

/**
 * All that is remembered of one order: how it was read, not its payload.
 *
 * @param modifiedAt of the newest event
 * @param origin of the newest event, in remonline.orders
 * @param history the statuses it was seen in, encoded
 * @param order as it was read last, encoded; empty when it was gone before it was ever read
 * @param fact the value last written to funnel.facts; empty when there is none
 */
public record KnownOrder(Instant modifiedAt, Origin origin, Standing standing, Bytes history, Bytes order, Bytes fact) {
    public static final Bytes NOTHING = Bytes.wrap(new byte[0]);

    private static final byte FORMAT = 1;
    private static final int FIXED = 1 + Long.BYTES + Integer.BYTES + Long.BYTES + 1;

    public boolean hasFact() {
        return fact.get().length > 0;
    }

    public StatusHistory statuses() {
        return StatusHistory.decode(history.get());
    }

    public Optional<Order> asRead() {
        return order.get().length == 0 ? Optional.empty() : Optional.of(OrderCodec.decode(order.get()));
    }

    public KnownOrder judged(Standing verdict, Bytes newFact) {
        return new KnownOrder(modifiedAt, origin, verdict, history, order, newFact);
    }

    byte[] encode() {
        int size = FIXED + Packing.size(history) + Packing.size(order) + Packing.size(fact);
        var target = ByteBuffer.allocate(size)
                .put(FORMAT)
                .putLong(modifiedAt.toEpochMilli())
                .putInt(origin.partition())
                .putLong(origin.offset())
                .put((byte) standing.code());
        Packing.put(target, history);
        Packing.put(target, order);
        return Packing.put(target, fact).array();
    }

    static KnownOrder decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        return new KnownOrder(
                Instant.ofEpochMilli(source.getLong()),
                new Origin(source.getInt(), source.getLong()),
                Standing.of(source.get()),
                Packing.take(source),
                Packing.take(source),
                Packing.take(source));
    }
}
