package remfunnel.ingest.source;

import java.nio.ByteBuffer;

/** 128 bits that stay the same while an order means the same, however it is printed. */
public record PayloadHash(long high, long low) {
    public static final int BYTES = 16;

    /** Reads what {@link #bytes()} wrote. */
    public static PayloadHash of(ByteBuffer bytes) {
        if (bytes.remaining() != BYTES) {
            throw new IllegalArgumentException(
                    "a payload hash has %d bytes, not %d".formatted(BYTES, bytes.remaining()));
        }
        var view = bytes.duplicate();
        return new PayloadHash(view.getLong(), view.getLong());
    }

    public ByteBuffer bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).flip();
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
