package remfunnel.transform.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.OrderEvent;
import remfunnel.OrderEventKind;
import remfunnel.OrderEventSource;
import remfunnel.funnel.Api;
import remfunnel.funnel.Order;
import remfunnel.funnel.OrderCodec;
import remfunnel.funnel.OrderReader;
import remfunnel.funnel.OrderReading;
import remfunnel.funnel.history.Observation;
import remfunnel.funnel.history.StatusHistory;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.Origin;
import remfunnel.transform.state.Standing;

/** What an event adds to what is known of its order. Pure: nothing is judged, written or remembered here. */
final class Observing {
    private final OrderReader orders = new OrderReader();

    /** What became of an event. */
    sealed interface Outcome {
        /** Known, but not yet judged: its standing says no more than whether the order is gone. */
        record News(KnownOrder known) implements Outcome {}

        /** Older than what is known. */
        record Stale() implements Outcome {}

        record Unreadable(String reason) implements Outcome {}
    }

    Outcome observe(Optional<KnownOrder> before, OrderEvent event, Origin origin) {
        var history = before.map(KnownOrder::statuses).orElseGet(StatusHistory::empty);
        if (history.isStale(event.getModifiedAt(), event.getObservedAt())) {
            return new Outcome.Stale();
        }
        return event.getKind() == OrderEventKind.DELETED
                ? new Outcome.News(gone(before, history, event, origin))
                : read(before, history, event, origin);
    }

    private static KnownOrder gone(
            Optional<KnownOrder> before, StatusHistory history, OrderEvent event, Origin origin) {
        var noted = history.noted(event.getModifiedAt(), event.getObservedAt());
        return new KnownOrder(
                event.getModifiedAt(),
                origin,
                Standing.DELETED,
                Bytes.wrap(noted.encode()),
                before.map(KnownOrder::order).orElse(KnownOrder.NOTHING),
                before.map(KnownOrder::fact).orElse(KnownOrder.NOTHING));
    }

    private Outcome read(Optional<KnownOrder> before, StatusHistory history, OrderEvent event, Origin origin) {
        return switch (orders.read(Api.valueOf(event.getApi().name()), bytes(event.getPayload()))) {
            case OrderReading.Unreadable(var reason) -> new Outcome.Unreadable(reason);
            case OrderReading.Read(var order)
            when order.id() != event.getOrderId() ->
                new Outcome.Unreadable("the payload is order " + order.id() + ", the event says " + event.getOrderId());
            case OrderReading.Read(var order)
            when history.isStale(order.modifiedAt(), event.getObservedAt()) -> new Outcome.Stale();
            case OrderReading.Read(var order) ->
                new Outcome.News(new KnownOrder(
                        event.getModifiedAt(),
                        origin,
                        Standing.WAITING,
                        Bytes.wrap(seen(history, order, event).encode()),
                        Bytes.wrap(OrderCodec.encode(order)),
                        before.map(KnownOrder::fact).orElse(KnownOrder.NOTHING)));
        };
    }

    private static StatusHistory seen(StatusHistory history, Order order, OrderEvent event) {
        var named = event.getSource() == OrderEventSource.WEBHOOK
                ? Optional.of(event.getModifiedAt())
                : Optional.<Instant>empty();
        return history.observe(
                order, new Observation(event.getObservedAt(), Optional.ofNullable(event.getChangedAfter()), named));
    }

    private static byte[] bytes(ByteBuffer payload) {
        var bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }
}
