package remfunnel.systemtests.steps;

import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How two sets of facts differ: a count, and the first that does with both of its sides. */
final class Differences {
    private Differences() {}

    static String between(Map<Long, Map<String, String>> expected, Map<Long, Map<String, String>> seen) {
        var orders = new TreeSet<>(expected.keySet());
        orders.addAll(seen.keySet());
        orders.removeIf(order -> Objects.equals(expected.get(order), seen.get(order)));
        if (orders.isEmpty()) {
            return "";
        }
        long first = orders.first();
        return orders.size() + " orders differ of " + expected.size() + " expected and " + seen.size()
                + " seen; the first is " + first + " " + fields(expected.get(first), seen.get(first))
                + "\nexpected " + expected.get(first) + "\nseen     " + seen.get(first);
    }

    private static String fields(Map<String, String> expected, Map<String, String> seen) {
        if (expected == null || seen == null) {
            return "";
        }
        return expected.keySet().stream()
                .filter(name -> !expected.get(name).equals(seen.get(name)))
                .collect(Collectors.joining(", ", "in ", ""));
    }
}
