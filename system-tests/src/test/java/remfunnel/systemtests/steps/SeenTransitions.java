package remfunnel.systemtests.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.cases.World;

/** The transitions of a connector as a BI tool reads them: by order, from the first on. */
final class SeenTransitions {
    private SeenTransitions() {}

    static Map<Long, List<GenericRecord>> of(World world, String connector) {
        return read(world, connector + "/");
    }

    /** Of one order. */
    static List<GenericRecord> of(World world, String connector, long order) {
        return read(world, connector + "/" + order + "/").getOrDefault(order, List.of());
    }

    private static Map<Long, List<GenericRecord>> read(World world, String keyPrefix) {
        Map<Long, Map<Integer, GenericRecord>> transitions = new TreeMap<>();
        world.topic("funnel.transitions").latest(keyPrefix).forEach((key, value) -> {
            var transition = world.decoder().decode(value);
            transitions
                    .computeIfAbsent((Long) transition.get("order_id"), order -> new TreeMap<>())
                    .put(Integer.valueOf(key.substring(key.lastIndexOf('/') + 1)), transition);
        });
        Map<Long, List<GenericRecord>> sorted = new TreeMap<>();
        transitions.forEach((order, each) -> sorted.put(order, new ArrayList<>(each.values())));
        return sorted;
    }

    /** How many of them came after an order's first. */
    static long moves(World world, String connector) {
        return of(world, connector).values().stream()
                .mapToLong(each -> each.size() - 1)
                .sum();
    }
}
