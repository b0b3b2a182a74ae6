package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How many orders of one connector stand where, and how many of its records were refused. Immutable. */
public final class Counts {
    public static final Counts NONE = new Counts(new long[Standing.CODES], 0);

    private static final byte FORMAT = 1;

    private final long[] standing;
    private final long rejected;

    private Counts(long[] standing, long rejected) {
        this.standing = standing;
        this.rejected = rejected;
    }

    public long of(Standing which) {
        return standing[which.code()];
    }

    /** Every order that state holds, those gone from the source among them. */
    public long remembered() {
        return Arrays.stream(standing).sum();
    }

    public Counts plus(Standing which) {
        return changed(which, 1);
    }

    public Counts minus(Standing which) {
        return changed(which, -1);
    }

    public Counts plusRejected() {
        return new Counts(standing, rejected + 1);
    }

    private Counts changed(Standing which, long by) {
        long[] copy = standing.clone();
        copy[which.code()] += by;
        return new Counts(copy, rejected);
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
        return named;
    }

    byte[] encode() {
        var target = ByteBuffer.allocate(1 + Long.BYTES * (standing.length + 1))
                .put(FORMAT)
                .putLong(rejected);
        Arrays.stream(standing).forEach(target::putLong);
        return target.array();
    }

    static Counts decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        long rejected = source.getLong();
        long[] standing = new long[Standing.CODES];
        for (int i = 0; source.hasRemaining(); i++) {
            standing[i] = source.getLong();
        }
        return new Counts(standing, rejected);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts
                && counts.rejected == rejected
                && Arrays.equals(counts.standing, standing);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(standing) + Long.hashCode(rejected);
    }

    @Override
    public String toString() {
        return named().toString();
    }
}
