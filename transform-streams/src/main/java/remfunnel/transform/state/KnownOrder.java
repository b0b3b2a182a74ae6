package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.funnel.Order;
import remfunnel.funnel.OrderCodec;
import remfunnel.funnel.history.StageHistory;
import remfunnel.funnel.history.StatusHistory;
import remfunnel.funnel.history.Transition;
import remfunnel.funnel.totals.Share;

/**
 * All that is remembered of one order: how it was read, not its payload.
 *
 * @param life of its connector that it was read in
 * @param modifiedAt of the newest event
 * @param origin of the newest event, in remonline.orders
 * @param history the statuses it was seen in
 * @param order as it was read last; nothing when it was gone before it was ever read
 */
public record KnownOrder(
        long life,
        Instant modifiedAt,
        Origin origin,
        Standing standing,
        Packed<StatusHistory> history,
        Packed<Order> order,
        Published published) {
    private static final byte FORMAT = 2;
    private static final int FIXED = 1 + 3 * Long.BYTES + Integer.BYTES + 1;

    public StatusHistory statuses() {
        return history.value().orElseThrow();
    }

    /** Whether its history was too long to be kept whole. */
    public boolean isHistoryCut() {
        return StatusHistory.isCut(history.bytes().get());
    }

    public Optional<Order> asRead() {
        return order.value();
    }

    /** As they stand in funnel.transitions; none where a long history that went on {@link #unjudged} does not tell any more. */
    public List<Transition> transitions() {
        return transitions(0);
    }

    /** Those from the n-th on. */
    public List<Transition> transitions(int n) {
        return published
                .stageHistory()
                .map(stages -> stages.transitions(statuses(), n))
                .orElse(List.of());
    }

    /** How many of them stand in funnel.transitions, whether they can be told or not. */
    public int transitionCount() {
        return published.stageHistory().map(stages -> stages.stays().size()).orElse(0);
    }

    /** How many of its first transitions are surely those of the same order at another time. */
    public int transitionsSharedWith(KnownOrder other) {
        var mine = published.stageHistory();
        var theirs = other.published.stageHistory();
        return mine.isEmpty() || theirs.isEmpty() ? 0 : mine.get().shared(statuses(), theirs.get(), other.statuses());
    }

    public KnownOrder judged(Standing verdict, Published next) {
        return new KnownOrder(life, modifiedAt, origin, verdict, history, order, next);
    }

    /**
     * The same where nothing can judge it now, and the topics still hold what they held before: a history that has lost entries since
     * does not tell any more when those transitions were.
     */
    public KnownOrder unjudged(KnownOrder before) {
        boolean isShifted = statuses().dropped() != before.statuses().dropped();
        return isShifted ? judged(standing, published.undated()) : this;
    }

    byte[] encode() {
        Bytes[] parts = {
            history.bytes(),
            order.bytes(),
            published.fact(),
            published.stages().bytes(),
            published.share().bytes()
        };
        int size = FIXED + Packing.size(parts);
        var target = ByteBuffer.allocate(size)
                .put(FORMAT)
                .putLong(life)
                .putLong(modifiedAt.toEpochMilli())
                .putInt(origin.partition())
                .putLong(origin.offset())
                .put((byte) standing.code());
        return Packing.put(target, parts).array();
    }

    static KnownOrder decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        return new KnownOrder(
                source.getLong(),
                Instant.ofEpochMilli(source.getLong()),
                new Origin(source.getInt(), source.getLong()),
                Standing.of(source.get()),
                Packed.take(source, StatusHistory::decode),
                Packed.take(source, OrderCodec::decode),
                new Published(
                        Packing.take(source),
                        Packed.take(source, StageHistory::decode),
                        Packed.take(source, Share::decode)));
    }
}
