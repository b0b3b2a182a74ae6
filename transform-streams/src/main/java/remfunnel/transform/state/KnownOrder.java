package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.funnel.Order;
import remfunnel.funnel.OrderCodec;
import remfunnel.funnel.history.StatusHistory;
import remfunnel.funnel.history.Transition;

/**
 * All that is remembered of one order: how it was read, not its payload.
 *
 * @param life of its connector that it was read in
 * @param modifiedAt of the newest event
 * @param origin of the newest event, in remonline.orders
 * @param history the statuses it was seen in, encoded
 * @param order as it was read last, encoded; empty when it was gone before it was ever read
 */
public record KnownOrder(
        long life, Instant modifiedAt, Origin origin, Standing standing, Bytes history, Bytes order, Told told) {
    private static final byte FORMAT = 2;
    private static final int FIXED = 1 + 3 * Long.BYTES + Integer.BYTES + 1;

    public StatusHistory statuses() {
        return StatusHistory.decode(history.get());
    }

    /** Whether its history was too long to be kept whole. */
    public boolean isHistoryCut() {
        return StatusHistory.isCut(history.get());
    }

    public Optional<Order> asRead() {
        return order.get().length == 0 ? Optional.empty() : Optional.of(OrderCodec.decode(order.get()));
    }

    /** As they stand in funnel.transitions. */
    public List<Transition> transitions() {
        return told.stageHistory().map(stages -> stages.transitions(statuses())).orElse(List.of());
    }

    public KnownOrder judged(Standing verdict, Told next) {
        return new KnownOrder(life, modifiedAt, origin, verdict, history, order, next);
    }

    byte[] encode() {
        int size = FIXED + Packing.size(history, order, told.fact(), told.stages(), told.share());
        var target = ByteBuffer.allocate(size)
                .put(FORMAT)
                .putLong(life)
                .putLong(modifiedAt.toEpochMilli())
                .putInt(origin.partition())
                .putLong(origin.offset())
                .put((byte) standing.code());
        return Packing.put(target, history, order, told.fact(), told.stages(), told.share())
                .array();
    }

    static KnownOrder decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        return new KnownOrder(
                source.getLong(),
                Instant.ofEpochMilli(source.getLong()),
                new Origin(source.getInt(), source.getLong()),
                Standing.of(source.get()),
                Packing.take(source),
                Packing.take(source),
                new Told(Packing.take(source), Packing.take(source), Packing.take(source)));
    }
}
