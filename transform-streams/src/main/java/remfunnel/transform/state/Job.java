package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * How far a pass over the orders of a connector is. It lives in a store, so a restart goes on where it stopped.
 *
 * @param dueAt when it may begin
 * @param after the key of the last order done; empty before the first
 * @param again another cause arrived after it began: when done, it begins anew
 */
public record Job(Instant dueAt, Bytes after, long done, long total, boolean again) {
    /** What a pass is made for. In this order they are worked on. */
    public enum Kind {
        CONFIG,
        NAMES
    }

    /** Which pass of which connector. */
    public record Key(String connector, Kind kind) {
        String text() {
            return connector + '/' + kind;
        }

        public static Key of(String text) {
            int slash = text.indexOf('/');
            return new Key(text.substring(0, slash), Kind.valueOf(text.substring(slash + 1)));
        }
    }

    private static final byte FORMAT = 1;

    public static Job due(Instant at, long total) {
        return new Job(at, Packing.NOTHING, 0, total, false);
    }

    public boolean begun() {
        return done > 0;
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** After which order it goes on. */
    public Optional<Bytes> position() {
        return after.get().length == 0 ? Optional.empty() : Optional.of(after);
    }

    public Job advanced(Bytes last, long orders) {
        return new Job(dueAt, last, done + orders, Math.max(total, done + orders), again);
    }

    public Job onceMore() {
        return new Job(dueAt, after, done, total, true);
    }

    byte[] encode() {
        var target = ByteBuffer.allocate(1 + 3 * Long.BYTES + 1 + Packing.size(after))
                .put(FORMAT)
                .putLong(dueAt.toEpochMilli())
                .putLong(done)
                .putLong(total)
                .put((byte) (again ? 1 : 0));
        return Packing.put(target, after).array();
    }

    static Job decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        var dueAt = Instant.ofEpochMilli(source.getLong());
        long done = source.getLong();
        long total = source.getLong();
        boolean again = source.get() == 1;
        return new Job(dueAt, Packing.take(source), done, total, again);
    }
}
