package remfunnel.ingest.polling;

import java.time.Instant;
import java.util.Optional;
import remfunnel.OrderEvent;
import remfunnel.OrderEventKind;
import remfunnel.OrderEventSource;

/** Order events of one connector from one kind of reading. */
record Snapshots(Connector connector, OrderEventSource source) {
    OrderEvent of(Sighting sighting, Optional<Instant> changedAfter) {
        var order = sighting.order();
        return OrderEvent.newBuilder()
                .setConnectorId(connector.id())
                .setOrderId(order.id())
                .setKind(OrderEventKind.SNAPSHOT)
                .setSource(source)
                .setApi(connector.api())
                .setModifiedAt(order.modifiedAt())
                .setObservedAt(sighting.seenAt())
                .setChangedAfter(changedAfter.orElse(null))
                .setPayload(order.payload().buffer())
                .build();
    }
}
