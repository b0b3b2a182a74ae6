package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How many orders of one connector stand where, and how many of its records were refused. Immutable. */
public final class Counts {
    public static final Counts NONE = new Counts(new long[Standing.CODES], 0, 0);

    private static final byte FORMAT = 2;

    private final long[] standing;
    private final long rejected;
    private final long cutHistories;

    private Counts(long[] standing, long rejected, long cutHistories) {
        this.standing = standing;
        this.rejected = rejected;
        this.cutHistories = cutHistories;
    }

    public long of(Standing which) {
        return standing[which.code()];
    }

    /** Every order that state holds, those gone from the source among them. */
    public long remembered() {
        return Arrays.stream(standing).sum();
    }

    /** Whether the one in place of the other changes no count. */
    public static boolean areAlike(KnownOrder one, KnownOrder other) {
        return one.standing() == other.standing() && one.isHistoryCut() == other.isHistoryCut();
    }

    public Counts plus(KnownOrder order) {
        return changed(order, 1);
    }

    public Counts minus(KnownOrder order) {
        return changed(order, -1);
    }

    public Counts plusRejected() {
        return new Counts(standing, rejected + 1, cutHistories);
    }

    private Counts changed(KnownOrder order, int by) {
        long[] copy = standing.clone();
        copy[order.standing().code()] += by;
        return new Counts(copy, rejected, order.isHistoryCut() ? cutHistories + by : cutHistories);
    }

    /** As funnel.status shows them. */
    public Map<String, Long> named() {
        Map<String, Long> named = new TreeMap<>();
        named.put("orders", remembered() - of(Standing.DELETED));
        named.put("in_funnel", of(Standing.IN_FUNNEL) + of(Standing.UNMAPPED));
        named.put("unmapped", of(Standing.UNMAPPED));
        named.put("filtered_out", of(Standing.FILTERED_OUT));
        named.put("dropped", of(Standing.DROPPED));
        named.put("waiting", of(Standing.WAITING));
        named.put("deleted", of(Standing.DELETED));
        named.put("rejected", rejected);
        named.put("cut_histories", cutHistories);
        return named;
    }

    byte[] encode() {
        var target = ByteBuffer.allocate(1 + Long.BYTES * (standing.length + 2))
                .put(FORMAT)
                .putLong(rejected)
                .putLong(cutHistories);
        Arrays.stream(standing).forEach(target::putLong);
        return target.array();
    }

    static Counts decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        long rejected = source.getLong();
        long cutHistories = source.getLong();
        long[] standing = new long[Standing.CODES];
        for (int i = 0; source.hasRemaining(); i++) {
            standing[i] = source.getLong();
        }
        return new Counts(standing, rejected, cutHistories);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts
                && counts.rejected == rejected
                && counts.cutHistories == cutHistories
                && Arrays.equals(counts.standing, standing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(standing), rejected, cutHistories);
    }

    @Override
    public String toString() {
        return named().toString();
    }
}
