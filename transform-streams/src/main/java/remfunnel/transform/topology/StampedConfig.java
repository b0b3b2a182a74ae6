package remfunnel.transform.topology;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.transform.state.Origin;

/**
 * A record of funnel.config on its way to the task of its connector. Neither a removal nor a missing key would survive the
 * way by itself: Streams drops records without a key there.
 *
 * @param origin in funnel.config; the offset is the revision
 * @param key as it was; empty when there was none
 * @param value empty for a removal
 */
record StampedConfig(Origin origin, Optional<Bytes> key, Optional<Bytes> value) {
    /** More than any configuration needs, and what its active copy, state and repartitioned record easily hold. */
    static final int MAX_VALUE_BYTES = 1024 * 1024;

    private static final int MAX_KEY_BYTES = 1024;
    private static final int ABSENT = -1;
    private static final int HEAD = Integer.BYTES + Long.BYTES;

    static Serde<StampedConfig> serde() {
        return Serdes.serdeFrom((topic, stamped) -> stamped.encode(), (topic, bytes) -> decode(bytes));
    }

    /** With no more of key and value than shows that they are too large: the way takes the key twice. */
    static StampedConfig cut(Origin origin, byte[] key, byte[] value) {
        return new StampedConfig(origin, cut(key, MAX_KEY_BYTES), cut(value, MAX_VALUE_BYTES));
    }

    private static Optional<Bytes> cut(byte[] bytes, int most) {
        return Optional.ofNullable(bytes)
                .map(each -> each.length > most ? Arrays.copyOf(each, most + 1) : each)
                .map(Bytes::wrap);
    }

    boolean isTooLarge() {
        return value.map(each -> each.get().length).orElse(0) > MAX_VALUE_BYTES;
    }

    long revision() {
        return origin.offset();
    }

    private byte[] encode() {
        var target = ByteBuffer.allocate(HEAD + size(key) + size(value))
                .putInt(origin.partition())
                .putLong(origin.offset());
        put(target, key);
        put(target, value);
        return target.array();
    }

    private static StampedConfig decode(byte[] bytes) {
        var source = ByteBuffer.wrap(bytes);
        return new StampedConfig(new Origin(source.getInt(), source.getLong()), take(source), take(source));
    }

    private static int size(Optional<Bytes> bytes) {
        return Integer.BYTES + bytes.map(each -> each.get().length).orElse(0);
    }

    private static void put(ByteBuffer target, Optional<Bytes> bytes) {
        target.putInt(bytes.map(each -> each.get().length).orElse(ABSENT));
        bytes.ifPresent(each -> target.put(each.get()));
    }

    private static Optional<Bytes> take(ByteBuffer source) {
        int length = source.getInt();
        if (length == ABSENT) {
            return Optional.empty();
        }
        var bytes = new byte[length];
        source.get(bytes);
        return Optional.of(Bytes.wrap(bytes));
    }
}
