package remfunnel.systemtests.kills;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import remfunnel.OrderEvent;

/** A state of an order, as its payload shows it. */
record Version(long order, String payload) implements Comparable<Version> {
    /** What the source works out anew at each read is no state of the order. */
    private static final String READ_TIME = "\"(overdue|status_overdue)\":(true|false),?";

    static Version of(long order, String json) {
        return new Version(order, json.replaceAll(READ_TIME, ""));
    }

    static Version of(OrderEvent event) {
        ByteBuffer payload = event.getPayload().duplicate();
        return of(event.getOrderId(), StandardCharsets.UTF_8.decode(payload).toString());
    }

    @Override
    public int compareTo(Version other) {
        int byOrder = Long.compare(order, other.order);
        return byOrder != 0 ? byOrder : payload.compareTo(other.payload);
    }
}
