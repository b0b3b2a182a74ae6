package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;

/**
 * A value of state beside the bytes that it is kept as: decoded when it is first asked for, and not at all where it was just made. Equal
 * when the bytes are. Of one thread, like the record that it is part of.
 *
 * @param <T> of an immutable value
 */
public final class Packed<T> {
    private final Bytes bytes;
    private final Supplier<T> decoded;
    private Optional<T> value;

    private Packed(Bytes bytes, Supplier<T> decoded, Optional<T> value) {
        this.bytes = bytes;
        this.decoded = decoded;
        this.value = value;
    }

    public static <T> Packed<T> of(T value, Function<T, byte[]> encode) {
        return new Packed<>(Bytes.wrap(encode.apply(value)), () -> value, Optional.of(value));
    }

    /** A value that is not there. */
    public static <T> Packed<T> nothing() {
        return new Packed<>(
                Packing.NOTHING,
                () -> {
                    throw new IllegalStateException("nothing has no value");
                },
                Optional.empty());
    }

    static <T> Packed<T> take(ByteBuffer source, Function<byte[], T> decode) {
        var bytes = Packing.take(source);
        return new Packed<>(bytes, () -> decode.apply(bytes.get()), Optional.empty());
    }

    public boolean isNothing() {
        return bytes.get().length == 0;
    }

    /** Empty when it is not there. */
    public Optional<T> value() {
        if (value.isEmpty() && !isNothing()) {
            value = Optional.of(decoded.get());
        }
        return value;
    }

    Bytes bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packed<?> packed && packed.bytes.equals(bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return bytes.get().length + " bytes";
    }
}
