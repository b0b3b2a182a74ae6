package remfunnel.systemtests.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import remfunnel.simulator.StatusChange;

/** Of an order's true changes of status, those that an event of ingest bears witness to: nobody can tell what no poll saw. */
public final class SeenChanges {
    private SeenChanges() {}

    public static List<StatusChange> of(List<? extends GenericRecord> events, List<StatusChange> history) {
        List<StatusChange> seen = new ArrayList<>();
        for (var event : events) {
            var change = shown(event, history);
            if (seen.isEmpty() || seen.getLast().statusId() != change.statusId()) {
                seen.add(change);
            }
        }
        return seen;
    }

    /** The change that the event shows: the last one until the order was changed, into the status that it was read in. */
    private static StatusChange shown(GenericRecord event, List<StatusChange> history) {
        var modified = (Instant) event.get("modified_at");
        int status = Payloads.status(event);
        return history.reversed().stream()
                .filter(change -> change.statusId() == status && !change.at().isAfter(modified))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such status in " + history + ": " + event));
    }
}
