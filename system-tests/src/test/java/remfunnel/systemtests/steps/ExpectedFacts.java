package remfunnel.systemtests.steps;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import remfunnel.simulator.OrderTruth;
import remfunnel.simulator.SimulatorControl;

/** What facts there should be of an account, from its true figures; shares no code with the product. */
record ExpectedFacts(Reckoning reckoning, Which which, Map<String, List<Integer>> stages, boolean oldShapes) {
    private static final Map<Integer, String> LOCATIONS =
            Map.of(120001, "Тверь", 120002, "Мастерская Центр", 120003, "Автосервис Юг");

    /** Which orders pass the case's filter. */
    enum Which {
        ALL,
        /** In Тверь, and no warranty repair. */
        PAID_IN_TVER;

        private boolean holds(Map<String, Object> order) {
            return this == ALL || (number(order, "location_id") == 120001 && number(order, "order_type_id") != 130002);
        }
    }

    Map<Long, Map<String, String>> of(SimulatorControl account) {
        Map<Long, Map<String, String>> facts = new TreeMap<>();
        for (var truth : account.truth()) {
            if (which.holds(truth.facts())) {
                facts.put(truth.id(), fact(told(truth)));
            }
        }
        return facts;
    }

    /** Half of the orders in v1's shape of old do not tell their discount. */
    private Map<String, Object> told(OrderTruth truth) {
        Map<String, Object> told = new TreeMap<>(truth.facts());
        if (oldShapes && !truth.v1().contains("\"discount_sum\"")) {
            told.remove("discount_sum");
        }
        return told;
    }

    private Map<String, String> fact(Map<String, Object> order) {
        Map<String, String> fact = new TreeMap<>();
        fact.put("number", order.get("number").toString());
        fact.put("status", order.get("status_id") + " " + order.get("status_name") + " " + order.get("status_group"));
        fact.put("stage", stageOf((int) number(order, "status_id")));
        fact.put("location", order.get("location_id") + " " + LOCATIONS.get((int) number(order, "location_id")));
        fact.put(
                "revenue",
                reckoning.revenue(order).map(BigDecimal::toPlainString).orElse("null"));
        fact.put("cost", reckoning.cost(order).map(BigDecimal::toPlainString).orElse("null"));
        fact.put("created_at", time(order, "created_at").orElseThrow().toString());
        fact.put("modified_at", time(order, "modified_at").orElseThrow().toString());
        fact.put("closed_at", time(order, "closed_at").map(Instant::toString).orElse("null"));
        return fact;
    }

    private String stageOf(int status) {
        return stages.entrySet().stream()
                .filter(stage -> stage.getValue().contains(status))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("_unmapped");
    }

    private static Optional<Instant> time(Map<String, Object> order, String name) {
        long second = number(order, name);
        return second == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
    }

    private static long number(Map<String, Object> order, String name) {
        return ((Number) order.get(name)).longValue();
    }
}
