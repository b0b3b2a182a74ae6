package remfunnel.systemtests.steps;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import remfunnel.simulator.StatusChange;
import remfunnel.systemtests.cases.World;
import tools.jackson.databind.json.JsonMapper;

/** Of each order's true changes of status, those that an event of ingest bears witness to: nobody can tell what no poll saw. */
final class SeenChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SeenChanges() {}

    static Map<Long, List<StatusChange>> of(World world, String connector, String account) {
        Map<Long, List<StatusChange>> seen = new TreeMap<>();
        for (var record : world.topic("remonline.orders").all()) {
            if (record.key().startsWith(connector + "/")) {
                var event = world.decoder().decode(record.value());
                long order = (Long) event.get("order_id");
                var changes = seen.computeIfAbsent(order, first -> new ArrayList<>());
                add(changes, change(event, world.account(account).history(order)));
            }
        }
        return seen;
    }

    /** The change that the event shows: the last one until the order was changed, into the status that it was read in. */
    private static StatusChange change(GenericRecord event, List<StatusChange> history) {
        var modified = (Instant) event.get("modified_at");
        int status = status(event);
        return history.reversed().stream()
                .filter(change -> change.statusId() == status && !change.at().isAfter(modified))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such status in " + history + ": " + event));
    }

    private static void add(List<StatusChange> changes, StatusChange next) {
        if (changes.isEmpty() || changes.getLast().statusId() != next.statusId()) {
            changes.add(next);
        }
    }

    private static int status(GenericRecord event) {
        var payload = (ByteBuffer) event.get("payload");
        return JSON.readTree(StandardCharsets.UTF_8.decode(payload.duplicate()).toString())
                .path("status")
                .path("id")
                .asInt();
    }
}
