package remfunnel.systemtests.steps;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.cases.World;

/** The facts of a connector as a BI tool reads them. */
final class SeenFacts {
    private SeenFacts() {}

    /** By order, in the words of {@link ExpectedFacts}. */
    static Map<Long, Map<String, String>> of(World world, String connector) {
        Map<Long, Map<String, String>> facts = new TreeMap<>();
        raw(world, connector).forEach((order, fact) -> facts.put(order, words(fact)));
        return facts;
    }

    static Map<Long, GenericRecord> raw(World world, String connector) {
        Map<Long, GenericRecord> facts = new TreeMap<>();
        world.topic("funnel.facts").latest(connector + "/").values().stream()
                .map(world.decoder()::decode)
                .forEach(fact -> facts.put((Long) fact.get("order_id"), fact));
        return facts;
    }

    private static Map<String, String> words(GenericRecord fact) {
        Map<String, String> words = new TreeMap<>();
        words.put("number", fact.get("order_number").toString());
        words.put("status", fact.get("status_id") + " " + fact.get("status_name") + " " + fact.get("status_group"));
        words.put("stage", fact.get("stage_id").toString());
        words.put("location", fact.get("location_id") + " " + fact.get("location_name"));
        for (String name : new String[] {"revenue", "cost", "created_at", "modified_at", "closed_at"}) {
            words.put(name, String.valueOf(fact.get(name)));
        }
        return words;
    }
}
