package remfunnel.systemtests.kills;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A configuration of the connector, as the REST API takes it and as plain code can follow it.
 *
 * @param excludedType orders of this type have no fact; 0: all have one
 * @param share of an order's total that is revenue
 */
record Plan(List<Stage> stages, int excludedType, BigDecimal share) {
    static final BigDecimal EARLIER_FEE = new BigDecimal("0.021");
    static final BigDecimal LATER_FEE = new BigDecimal("0.0245");
    static final String LATER_FROM = "2025-11-01";

    static final List<Plan> ALL = List.of(
            new Plan(
                    List.of(
                            new Stage("inquiry", "Обращения", "initial", Set.of(900101)),
                            new Stage("work", "В работе", "in-progress", Set.of(900102, 900103, 900104, 900105)),
                            new Stage("paid", "Оплачен", "success", Set.of(900106)),
                            new Stage("lost", "Некачественные", "failure", Set.of(900107))),
                    0,
                    BigDecimal.ONE),
            new Plan(
                    List.of(
                            new Stage("open", "Открыт", "initial", Set.of(900101, 900102, 900103)),
                            new Stage("ready", "Готов", "in-progress", Set.of(900104, 900105)),
                            new Stage("paid", "Оплачен", "success", Set.of(900106))),
                    0,
                    new BigDecimal("0.94")),
            new Plan(
                    List.of(
                            new Stage("inquiry", "Обращения", "initial", Set.of(900101)),
                            new Stage("waits", "Ждёт", "in-progress", Set.of(900103, 900105)),
                            new Stage("work", "В работе", "in-progress", Set.of(900102, 900104)),
                            new Stage("end", "Конец", "success", Set.of(900106, 900107))),
                    130002,
                    new BigDecimal("0.333")));

    /** A column of the funnel. */
    record Stage(String id, String title, String marker, Set<Integer> statuses) {
        private Map<String, Object> document() {
            return Map.of("id", id, "title", title, "marker", marker, "statuses", List.copyOf(new TreeSet<>(statuses)));
        }
    }

    int positionOf(int status) {
        return IntStream.range(0, stages.size())
                .filter(position -> stages.get(position).statuses().contains(status))
                .findFirst()
                .orElse(-1);
    }

    String stageOf(int status) {
        int position = positionOf(status);
        return position < 0 ? "_unmapped" : stages.get(position).id();
    }

    /** In the order of the funnel. */
    Map<String, List<Integer>> statusesByStage() {
        Map<String, List<Integer>> statuses = new LinkedHashMap<>();
        stages.forEach(stage -> statuses.put(stage.id(), List.copyOf(stage.statuses())));
        return statuses;
    }

    /** The stages that are success or failure. */
    Set<String> ends() {
        return stages.stream()
                .filter(stage -> Set.of("success", "failure").contains(stage.marker()))
                .map(Stage::id)
                .collect(Collectors.toSet());
    }

    /** Ids alone, so that the order of names on the way does not matter. */
    Map<String, Object> document(String connector, String url) {
        return Map.of(
                "connector", connector,
                "title", "Мастерская",
                "source", Map.of("api", "v1", "base-url", url, "poll-every", "1s"),
                "time-zone", "Europe/Moscow",
                "currency", "RUB",
                "filter", Map.of("match", "all", "conditions", conditions()),
                "stages", stages.stream().map(Stage::document).collect(Collectors.toList()),
                "calculation", calculation(),
                "dimensions", List.of("order_type"));
    }

    private List<Object> conditions() {
        var conditions = new ArrayList<Object>();
        if (excludedType != 0) {
            conditions.add(Map.of(
                    "exclude", Map.of("field", "order_type", "operator", "equals", "values", List.of(excludedType))));
        }
        return conditions;
    }

    private Map<String, Object> calculation() {
        return Map.of(
                "revenue",
                "total * " + share.toPlainString(),
                "cost",
                "parts_cost + operations_cost + total * acquiring",
                "coefficients",
                Map.of(
                        "acquiring",
                        List.of(
                                Map.of("from", "2020-01-01", "value", EARLIER_FEE.toPlainString()),
                                Map.of("from", LATER_FROM, "value", LATER_FEE.toPlainString()))));
    }
}
