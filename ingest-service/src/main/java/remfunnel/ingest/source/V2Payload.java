package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts an order and its lines, each as received, side by side: {@code {"order":…,"items":…}}. */
final class V2Payload {
    private static final byte[] ORDER = ascii("{\"order\":");
    private static final byte[] ITEMS = ascii(",\"items\":");
    private static final byte[] NO_ITEMS = ascii(",\"items\":null}");

    private V2Payload() {}

    static Payload withoutItems(ByteBuffer order) {
        return joined(order, ByteBuffer.wrap(NO_ITEMS));
    }

    /** A payload ends so only where we ended it: items that came are an array. */
    static boolean lacksItems(Payload payload) {
        var end = payload.buffer().position(payload.size() - NO_ITEMS.length);
        return end.equals(ByteBuffer.wrap(NO_ITEMS));
    }

    static Payload withItems(Payload lacking, ByteBuffer items) {
        return joined(lacking.order(), ByteBuffer.wrap(ITEMS), items, ByteBuffer.wrap(ascii("}")));
    }

    static ByteBuffer noItems() {
        return ByteBuffer.wrap(ascii("[]"));
    }

    private static Payload joined(ByteBuffer order, ByteBuffer... behind) {
        int length = ORDER.length + order.remaining();
        for (var part : behind) {
            length += part.remaining();
        }
        var whole = ByteBuffer.allocate(length).put(ORDER).put(order.duplicate());
        for (var part : behind) {
            whole.put(part.duplicate());
        }
        return Payload.of(whole.flip(), ORDER.length, order.remaining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
