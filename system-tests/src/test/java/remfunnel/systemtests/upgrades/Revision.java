package remfunnel.systemtests.upgrades;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import remfunnel.simulator.OrderTruth;
import tools.jackson.databind.JsonNode;

/**
 * A revision of the connector's configuration, and what it makes of the shop's orders, worked out by code that shares nothing with the product.
 *
 * @param leftOut orders of this type have no fact
 * @param share of an order's total that is revenue
 */
record Revision(String title, int leftOut, BigDecimal share, List<Stage> stages) {
    static final String CONNECTOR = "shop";
    static final int GUARANTEE = 130002;
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    /** Where orders wait, are ready or were refused is no stage of it. */
    static final Revision FIRST = new Revision(
            "Мастерская",
            130003,
            BigDecimal.ONE,
            List.of(
                    new Stage("inquiry", "Обращения", "initial", List.of(900101)),
                    new Stage("work", "В работе", "in-progress", List.of(900102, 900103)),
                    new Stage("paid", "Оплачен", "success", List.of(900106))));

    static final Revision SECOND = new Revision(
            "Мастерская на углу",
            GUARANTEE,
            new BigDecimal("0.94"),
            List.of(
                    new Stage("inquiry", "Обращения", "initial", List.of(900101)),
                    new Stage("work", "В работе", "in-progress", List.of(900102, 900103)),
                    new Stage("ready", "Готов", "in-progress", List.of(900104, 900105)),
                    new Stage("paid", "Оплачен", "success", List.of(900106))));

    private static final LocalDate LATER_FROM = LocalDate.parse("2025-11-01");
    private static final BigDecimal EARLIER = new BigDecimal("0.021");
    private static final BigDecimal LATER = new BigDecimal("0.0245");

    /** A column of the funnel. */
    record Stage(String id, String title, String marker, List<Integer> statuses) {
        private String yaml() {
            return "  - {id: %s, title: %s, marker: %s, statuses: %s}".formatted(id, title, marker, statuses);
        }
    }

    /** As {@code apply} takes it; the key is that of the environment, the address that of the whole machine. */
    String yaml() {
        return """
                connector: %s
                title: %s
                source: {api: v1, poll-every: 1s, api-key: "${env:REMONLINE_API_KEY}"}
                time-zone: %s
                currency: RUB
                filter:
                  match: all
                  conditions:
                    - exclude: {field: order_type, operator: equals, values: [%d]}
                stages:
                %s
                calculation:
                  revenue: total * %s
                  cost: parts_cost + operations_cost + total * acquiring
                  coefficients:
                    acquiring:
                      - {from: 2020-01-01, value: "%s"}
                      - {from: %s, value: "%s"}
                dimensions: [order_type, manager]
                """.formatted(CONNECTOR, title, ZONE, leftOut, stagesAsYaml(), share, EARLIER, LATER_FROM, LATER);
    }

    private String stagesAsYaml() {
        return stages.stream().map(Stage::yaml).collect(Collectors.joining("\n"));
    }

    /** In the order of the funnel. */
    Map<String, List<Integer>> statusesByStage() {
        Map<String, List<Integer>> statuses = new LinkedHashMap<>();
        stages.forEach(stage -> statuses.put(stage.id(), stage.statuses()));
        return statuses;
    }

    /** The stages that are success or failure. */
    Set<String> ends() {
        return stages.stream()
                .filter(stage -> Set.of("success", "failure").contains(stage.marker()))
                .map(Stage::id)
                .collect(Collectors.toSet());
    }

    /** By order, what its fact has to tell in brief; an order that is left out is missing. */
    Map<Long, String> facts(Collection<OrderTruth> orders) {
        Map<Long, String> facts = new TreeMap<>();
        orders.stream()
                .filter(order -> number(order, "order_type_id") != leftOut)
                .forEach(order -> facts.put(order.id(), brief(order)));
        return facts;
    }

    private String brief(OrderTruth order) {
        int status = (int) number(order, "status_id");
        return brief(
                Integer.toString(status),
                stageOf(status),
                Instant.ofEpochSecond(number(order, "modified_at")),
                money(order, "total").multiply(share),
                cost(order));
    }

    /** The same of a fact as a version exports it. */
    static String brief(JsonNode fact) {
        return brief(
                fact.path("status_id").asString(),
                fact.path("stage_id").asString(),
                Instant.parse(fact.path("modified_at").asString()),
                new BigDecimal(fact.path("revenue").asString()),
                new BigDecimal(fact.path("cost").asString()));
    }

    private static String brief(String status, String stage, Instant modified, BigDecimal revenue, BigDecimal cost) {
        return "%s, %s, %s, %s, %s".formatted(status, stage, modified, rounded(revenue), rounded(cost));
    }

    private String stageOf(int status) {
        return stages.stream()
                .filter(stage -> stage.statuses().contains(status))
                .map(Stage::id)
                .findFirst()
                .orElse("_unmapped");
    }

    private static BigDecimal cost(OrderTruth order) {
        var created = Instant.ofEpochSecond(number(order, "created_at"));
        var rate = LocalDate.ofInstant(created, ZONE).isBefore(LATER_FROM) ? EARLIER : LATER;
        return money(order, "parts_cost")
                .add(money(order, "operations_cost"))
                .add(money(order, "total").multiply(rate));
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_UP);
    }

    private static long number(OrderTruth order, String name) {
        return ((Number) order.facts().get(name)).longValue();
    }

    private static BigDecimal money(OrderTruth order, String name) {
        return new BigDecimal(order.facts().get(name).toString());
    }
}
