package remfunnel.transform.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
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
import remfunnel.transform.state.Packed;
import remfunnel.transform.state.Published;
import remfunnel.transform.state.Standing;

/** What an event adds to what is known of its order. Pure: nothing is judged, written or remembered here. */
final class Observing {
    private final OrderReader orders = new OrderReader();

    /** What became of an event. */
    sealed interface Outcome {
        /** Known, but not yet judged: its standing says whether the order is gone, and is that of before otherwise. */
        record News(KnownOrder known) implements Outcome {}

        /** Older than what is known. */
        record Stale() implements Outcome {}

        record Unreadable(String reason) implements Outcome {}
    }

    /** What is known of the order in the life of the connector that the event was read in. */
    Outcome observe(Optional<KnownOrder> before, OrderEvent event, Place place) {
        var history = before.map(KnownOrder::statuses).orElseGet(StatusHistory::empty);
        boolean isLoss = event.getKind() == OrderEventKind.DELETED;
        boolean isStale = isLoss
                ? history.isStaleLoss(event.getModifiedAt(), event.getObservedAt())
                        || lostATie(before, event.getModifiedAt(), event.getObservedAt(), place)
                : history.isStale(event.getModifiedAt(), event.getObservedAt());
        if (isStale) {
            return new Outcome.Stale();
        }
        return isLoss ? new Outcome.News(gone(before, history, event, place)) : read(before, history, event, place);
    }

    /**
     * Of two events of one moment the one behind is the newer: when offsets are rewound, the one before comes again on top of it. The
     * newest itself is read once more, so that what a later release reads of its payload arrives.
     */
    private static boolean lostATie(Optional<KnownOrder> before, Instant modifiedAt, Instant observedAt, Place place) {
        return before.filter(known -> place.origin().isBefore(known.origin()))
                .filter(known -> known.statuses().isTie(modifiedAt, observedAt))
                .isPresent();
    }

    /** Where an event stands in remonline.orders, and in which life of its connector. */
    record Place(Origin origin, long life) {}

    private static KnownOrder gone(Optional<KnownOrder> before, StatusHistory history, OrderEvent event, Place place) {
        var lost = history.lost(event.getModifiedAt(), event.getObservedAt());
        return new KnownOrder(
                place.life(),
                event.getModifiedAt(),
                place.origin(),
                Standing.DELETED,
                Packed.of(lost, StatusHistory::encode),
                before.map(KnownOrder::order).orElseGet(Packed::nothing),
                before.map(KnownOrder::published).orElse(Published.NOTHING));
    }

    private Outcome read(Optional<KnownOrder> before, StatusHistory history, OrderEvent event, Place place) {
        return switch (orders.read(Api.valueOf(event.getApi().name()), bytes(event.getPayload()))) {
            case OrderReading.Unreadable(var reason) -> new Outcome.Unreadable(reason);
            case OrderReading.Read(var order)
            when order.id() != event.getOrderId() ->
                new Outcome.Unreadable("the payload is order " + order.id() + ", the event says " + event.getOrderId());
            case OrderReading.Read(var order)
            when history.isStale(order.modifiedAt(), event.getObservedAt())
                    || lostATie(before, order.modifiedAt(), event.getObservedAt(), place) -> new Outcome.Stale();
            case OrderReading.Read(var order) ->
                new Outcome.News(new KnownOrder(
                        place.life(),
                        event.getModifiedAt(),
                        place.origin(),
                        standing(before),
                        Packed.of(seen(history, order, event), StatusHistory::encode),
                        Packed.of(order, OrderCodec::encode),
                        before.map(KnownOrder::published).orElse(Published.NOTHING)));
        };
    }

    /** Where it is judged by nothing, as by a configuration that this release refuses, it stands where its fact says. */
    private static Standing standing(Optional<KnownOrder> before) {
        return before.map(KnownOrder::standing)
                .filter(standing -> standing != Standing.DELETED)
                .orElse(Standing.WAITING);
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
