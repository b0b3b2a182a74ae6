package remfunnel.systemtests.steps;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The figures of a plan, in the words of {@link FactFigures} and {@link FactChanges}. */
final class PlannedFigures {
    static final Map<String, Long> NO_CHANGES =
            Map.of("enters", 0L, "leaves", 0L, "moves", 0L, "revalued", 0L, "stays", 0L, "outside", 0L);

    private PlannedFigures() {}

    static Map<String, String> of(JsonNode plan, String when) {
        Map<String, String> figures = new TreeMap<>();
        plan.path("stages").forEach(row -> put("stage " + row.path("id").asString(), row.path(when), figures));
        plan.path("months").forEach(row -> put("month " + row.path("month").asString(), row.path(when), figures));
        plan.path("statuses")
                .forEach(row -> put("status " + row.path("status-id").asString(), row.path(when), figures));
        put("all", plan.path("all").path(when), figures);
        plan.path("issues").forEach(row -> {
            long orders = when.equals("before")
                    ? row.path("before").asLong()
                    : row.path("after").path("count").asLong();
            if (orders > 0) {
                figures.put(
                        FactFigures.issue(
                                row.path("code").asString(), row.path("field").asString("null")),
                        Long.toString(orders));
            }
        });
        return figures;
    }

    /** How many orders each change happens to, those that none happens to among them. */
    static Map<String, Long> changes(JsonNode plan) {
        return plan.path("changes").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, change -> change.getValue().asLong()));
    }

    static Map<String, Long> ways(JsonNode plan) {
        return plan.path("flows")
                .valueStream()
                .collect(Collectors.toMap(
                        flow -> way(
                                flow.path("from").asString(""), flow.path("to").asString("")),
                        flow -> flow.path("orders").path("count").asLong()));
    }

    static String way(String from, String to) {
        return from + " > " + to;
    }

    /** By status. */
    static Map<String, Long> newlyUnmapped(JsonNode plan) {
        return plan.path("newly-unmapped")
                .valueStream()
                .collect(Collectors.toMap(
                        row -> row.path("status-id").asString(),
                        row -> row.path("orders").path("count").asLong()));
    }

    private static void put(String key, JsonNode sums, Map<String, String> figures) {
        if (sums.path("orders").asLong() > 0) {
            figures.put(
                    key,
                    sums.path("orders").asLong() + " " + sums.path("revenue").asString() + " "
                            + sums.path("cost").asString() + " "
                            + sums.path("margin").asString() + " "
                            + sums.path("without-revenue").asLong() + " "
                            + sums.path("without-cost").asLong());
        }
    }
}
