package remfunnel.systemtests.kills;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import remfunnel.FunnelFact;
import remfunnel.simulator.OrderTruth;
import remfunnel.systemtests.history.Payloads;

/** What the fact of an order has to be, worked out from the shop's own books by code that shares nothing with the pipeline. */
record Reckoning(Plan plan, OrderLog events) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Map<Integer, String> LOCATIONS =
            Map.of(120001, "Тверь", 120002, "Мастерская Центр", 120003, "Автосервис Юг");
    private static final Map<Integer, String> TYPES =
            Map.of(130001, "Платный", 130002, "Гарантийный", 130003, "Срочный");

    /** By order; an order that the filter leaves out is missing. */
    Map<Long, String> of(Iterable<OrderTruth> orders) {
        Map<Long, String> facts = new TreeMap<>();
        for (OrderTruth order : orders) {
            if (plan.excludedType() != number(order, "order_type_id")) {
                facts.put(order.id(), of(order));
            }
        }
        return facts;
    }

    private String of(OrderTruth order) {
        int status = number(order, "status_id");
        int position = plan.positionOf(status);
        var stage = position < 0 ? null : plan.stages().get(position);
        int type = number(order, "order_type_id");
        int location = number(order, "location_id");
        return String.join(
                " | ",
                order.facts().get("number").toString(),
                status + " " + order.facts().get("status_name") + " "
                        + order.facts().get("status_group"),
                position + " " + plan.stageOf(status) + " "
                        + (stage == null ? "-" : stage.title() + " " + stage.marker()),
                location + " " + LOCATIONS.get(location),
                revenue(order) + " " + cost(order) + " RUB",
                time(order, "created_at") + " " + time(order, "modified_at") + " " + time(order, "closed_at"),
                new TreeMap<>(Map.of("order_type", "" + type, "order_type_name", TYPES.get(type))).toString(),
                entered(order, plan.stageOf(status)).toString());
    }

    /** The same of a fact that the pipeline wrote. */
    static String of(FunnelFact fact) {
        var marker = fact.getMarker();
        return String.join(
                " | ",
                fact.getOrderNumber(),
                fact.getStatusId() + " " + fact.getStatusName() + " " + fact.getStatusGroup(),
                fact.getStagePosition() + " " + fact.getStageId() + " "
                        + (marker == null
                                ? "-"
                                : fact.getStageTitle() + " "
                                        + marker.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                fact.getLocationId() + " " + fact.getLocationName(),
                fact.getRevenue() + " " + fact.getCost() + " " + fact.getCurrency(),
                fact.getCreatedAt() + " " + fact.getModifiedAt() + " "
                        + (fact.getClosedAt() == null ? "-" : fact.getClosedAt()),
                new TreeMap<>(fact.getDimensions()).toString(),
                fact.getEnteredBy().toString());
    }

    private BigDecimal revenue(OrderTruth order) {
        return kopecks(money(order, "total").multiply(plan.share()));
    }

    private static BigDecimal cost(OrderTruth order) {
        var created = Instant.ofEpochSecond(((Number) order.facts().get("created_at")).longValue());
        var later = !created.atZone(ZONE).toLocalDate().isBefore(LocalDate.parse(Plan.LATER_FROM));
        var fee = later ? Plan.LATER_FEE : Plan.EARLIER_FEE;
        return kopecks(money(order, "parts_cost")
                .add(money(order, "operations_cost"))
                .add(money(order, "total").multiply(fee)));
    }

    /** When the events first show the order in the stage that it has not left since. */
    private Instant entered(OrderTruth order, String stage) {
        var shown = Instant.EPOCH;
        var former = "";
        for (var event : events.of(order.id())) {
            var next = plan.stageOf(Payloads.status(event));
            if (!next.equals(former)) {
                shown = event.getModifiedAt();
            }
            former = next;
        }
        return former.equals(stage) ? shown : Instant.EPOCH;
    }

    private static BigDecimal kopecks(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_UP);
    }

    private static int number(OrderTruth order, String name) {
        return ((Number) order.facts().get(name)).intValue();
    }

    private static BigDecimal money(OrderTruth order, String name) {
        return (BigDecimal) order.facts().get(name);
    }

    private static String time(OrderTruth order, String name) {
        long seconds = ((Number) order.facts().get(name)).longValue();
        return seconds == 0 ? "-" : Instant.ofEpochSecond(seconds).toString();
    }
}
