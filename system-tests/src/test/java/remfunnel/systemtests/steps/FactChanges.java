package remfunnel.systemtests.steps;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

/** What a change of the configuration did, told from the facts of each order before and after alone. */
record FactChanges(Map<Long, GenericRecord> before, Map<Long, GenericRecord> after) {
    private static final String UNMAPPED = "_unmapped";

    /** How many of the orders that are known each change happens to. */
    Map<String, Long> changes(long known) {
        Map<String, Long> changes = new TreeMap<>(PlannedFigures.NO_CHANGES);
        orders().forEach(order -> changes.merge(change(before.get(order), after.get(order)), 1L, Long::sum));
        changes.put("outside", known - orders().count());
        return changes;
    }

    private static String change(GenericRecord before, GenericRecord after) {
        if (before == null) {
            return "enters";
        }
        if (after == null) {
            return "leaves";
        }
        if (!stage(before).equals(stage(after))) {
            return "moves";
        }
        return Stream.of("revenue", "cost").allMatch(amount -> Objects.equals(before.get(amount), after.get(amount)))
                ? "stays"
                : "revalued";
    }

    /** From which stage to which, nowhere where there is no fact. */
    Map<String, Long> ways() {
        return orders().filter(order -> !stage(before.get(order)).equals(stage(after.get(order))))
                .collect(Collectors.groupingBy(
                        order -> PlannedFigures.way(stage(before.get(order)), stage(after.get(order))),
                        Collectors.counting()));
    }

    /**
     * By status, those that stand in no stage and did not before: a fact in _unmapped that was not there, or none any more of an order that
     * had one in a stage. Where orders are dropped and the filter changes too, facts do not say which of the two it was.
     */
    Map<String, Long> newlyUnmapped(boolean isDropping) {
        Predicate<Long> isUnmapped = order -> after.containsKey(order) ? isUnmapped(after.get(order)) : isDropping;
        return orders().filter(order -> !isUnmapped(before.get(order)) && isUnmapped.test(order))
                .collect(Collectors.groupingBy(
                        order -> after.getOrDefault(order, before.get(order))
                                .get("status_id")
                                .toString(),
                        Collectors.counting()));
    }

    /** Those that have a fact before or after. */
    private Stream<Long> orders() {
        var orders = new TreeSet<>(before.keySet());
        orders.addAll(after.keySet());
        return orders.stream();
    }

    private static boolean isUnmapped(GenericRecord fact) {
        return stage(fact).equals(UNMAPPED);
    }

    private static String stage(GenericRecord fact) {
        return fact == null ? "" : fact.get("stage_id").toString();
    }
}
