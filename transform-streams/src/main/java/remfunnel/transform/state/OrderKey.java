package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Under which an order is remembered. Orders of one life of a connector lie together, so that a removed connector's are
 * found as a range and never mixed with those that arrive after its removal.
 *
 * @param life how often the connector was removed before
 */
public record OrderKey(String connector, int life, long order) {
    private static final int FIXED = 1 + Integer.BYTES + Long.BYTES;

    public Bytes toBytes() {
        byte[] id = connector.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(id.length + FIXED)
                .put(id)
                .put((byte) 0)
                .putInt(life)
                .putLong(order)
                .array());
    }

    public static OrderKey of(Bytes key) {
        var bytes = ByteBuffer.wrap(key.get());
        int idLength = bytes.limit() - FIXED;
        var connector = new String(key.get(), 0, idLength, StandardCharsets.UTF_8);
        return new OrderKey(connector, bytes.getInt(idLength + 1), bytes.getLong(idLength + 1 + Integer.BYTES));
    }

    /** Before every order of the life: as bytes, ids count up from 0. */
    static Bytes first(String connector, int life) {
        return new OrderKey(connector, life, 0).toBytes();
    }

    /** Behind every order of the life. */
    static Bytes last(String connector, int life) {
        return new OrderKey(connector, life, -1).toBytes();
    }

    /** The smallest key behind this one. */
    static Bytes behind(Bytes key) {
        return Bytes.wrap(Arrays.copyOf(key.get(), key.get().length + 1));
    }
}
