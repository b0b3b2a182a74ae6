package remfunnel.transform.topology;

import java.util.Optional;
import remfunnel.OrderEvent;
import remfunnel.schemas.Keys;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.RecordReader.Reading;

/** What a record of remonline.orders turned out to be. */
sealed interface EventReading {
    record Accepted(OrderEvent event) implements EventReading {}

    record Refused(String reason) implements EventReading {}

    static EventReading of(byte[] key, byte[] value, RecordReader<OrderEvent> reader) {
        if (value == null) {
            return new Refused("the value is missing: an order that is gone is told by an event of kind DELETED");
        }
        return switch (reader.read(value)) {
            case Reading.Undecodable<OrderEvent>(var reason) -> new Refused(reason);
            case Reading.Decoded<OrderEvent>(var event) -> checked(key, event);
        };
    }

    private static EventReading checked(byte[] key, OrderEvent event) {
        var right = Keys.order(event.getConnectorId(), event.getOrderId());
        if (!Keys.isConnectorId(event.getConnectorId())) {
            return new Refused("connector_id is none: it is written [a-z0-9][a-z0-9-]{0,39}");
        }
        return TextKey.read(key).equals(Optional.of(right))
                ? new Accepted(event)
                : new Refused("the key is not " + right + ", as the event's connector_id and order_id demand");
    }
}
