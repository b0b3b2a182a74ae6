package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes exactly as the source sent them. */
public final class Payload {
    private final byte[] bytes;
    private final ByteBuffer order;

    /** @param order the part of the bytes that is the order itself */
    private Payload(byte[] bytes, ByteBuffer order) {
        this.bytes = bytes;
        this.order = order;
    }

    /** A copy of a part of a larger answer, which can then be forgotten. */
    public static Payload of(ByteBuffer part) {
        return of(part, 0, part.remaining());
    }

    /** One that holds more than the order, which is so many bytes from there on. */
    static Payload of(ByteBuffer part, int from, int length) {
        var bytes = new byte[part.remaining()];
        part.duplicate().get(bytes);
        return new Payload(bytes, ByteBuffer.wrap(bytes, from, length).slice());
    }

    public static Payload of(String text) {
        return of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A read-only view with a position of its own. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** The order as the source listed it, without what was asked for besides. */
    ByteBuffer order() {
        return order.duplicate();
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes]";
    }
}
