package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * How far the orders of a connector are judged again. It lives in a store, so a restart goes on where it stopped.
 *
 * @param dueAt when it may begin
 * @param after the key of the last order done; empty before the first
 * @param again another cause arrived after it began: when done, it begins anew
 */
public record Restatement(Instant dueAt, Bytes after, long done, long total, boolean again) {
    /** What led to it. In this order they are worked on. */
    public enum Kind {
        CONFIG,
        NAMES
    }

    /** Of which connector, and why. */
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

    public static Restatement due(Instant at, long total) {
        return new Restatement(at, Packing.NOTHING, 0, total, false);
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

    public Restatement advanced(Bytes last, long orders) {
        return new Restatement(dueAt, last, done + orders, Math.max(total, done + orders), again);
    }

    public Restatement onceMore() {
        return new Restatement(dueAt, after, done, total, true);
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

    static Restatement decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        var dueAt = Instant.ofEpochMilli(source.getLong());
        long done = source.getLong();
        long total = source.getLong();
        boolean again = source.get() == 1;
        return new Restatement(dueAt, Packing.take(source), done, total, again);
    }
}
