package remfunnel.systemtests.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import remfunnel.systemtests.cases.World;

/** The events that ingest wrote of a connector's orders. */
final class SeenEvents {
    private SeenEvents() {}

    /** By order, from the first on. */
    static Map<Long, List<GenericRecord>> of(World world, String connector) {
        Map<Long, List<GenericRecord>> events = new TreeMap<>();
        for (var record : world.topic("remonline.orders").all()) {
            if (record.key().startsWith(connector + "/")) {
                var event = world.decoder().decode(record.value());
                events.computeIfAbsent((Long) event.get("order_id"), first -> new ArrayList<>())
                        .add(event);
            }
        }
        return events;
    }

    /** The last of an order. */
    static ConsumerRecord<String, byte[]> last(World world, String connector, long order) {
        return world.topic("remonline.orders").all().reversed().stream()
                .filter(record -> record.key().equals(connector + "/" + order))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event of " + connector + "/" + order));
    }
}
