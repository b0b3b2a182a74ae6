package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/** Under which an order is remembered: the orders of a connector lie together, so that they are found as a range. */
public record OrderKey(String connector, long order) {
    private static final int FIXED = 1 + Long.BYTES;

    public Bytes toBytes() {
        byte[] id = connector.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(id.length + FIXED)
                .put(id)
                .put((byte) 0)
                .putLong(order)
                .array());
    }

    public static OrderKey of(Bytes key) {
        var bytes = ByteBuffer.wrap(key.get());
        int idLength = bytes.limit() - FIXED;
        var connector = new String(key.get(), 0, idLength, StandardCharsets.UTF_8);
        return new OrderKey(connector, bytes.getLong(idLength + 1));
    }

    /** Before every order: as bytes, ids count up from 0. */
    public static Bytes first(String connector) {
        return new OrderKey(connector, 0).toBytes();
    }

    /** Behind every order. */
    public static Bytes last(String connector) {
        return new OrderKey(connector, -1).toBytes();
    }

    /** The smallest key behind this one. */
    static Bytes behind(Bytes key) {
        return Bytes.wrap(Arrays.copyOf(key.get(), key.get().length + 1));
    }
}
