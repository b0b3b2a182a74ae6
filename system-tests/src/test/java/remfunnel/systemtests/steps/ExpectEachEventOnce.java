package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** No order was published twice with one payload, and at least so many events were. */
record ExpectEachEventOnce(String connector, int atLeast) implements Step {
    @Override
    public void run(World world) {
        Set<String> seen = new HashSet<>();
        for (var record : world.topic("remonline.orders").all()) {
            if (record.key().startsWith(connector + "/")) {
                String event = record.key() + " " + payload(world.decoder().decode(record.value()));
                assertThat(seen.add(event)).as("published twice: %s", event).isTrue();
            }
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    /** What the source computes when it is asked is no part of the order. */
    private static String payload(GenericRecord event) {
        var bytes = (ByteBuffer) event.get("payload");
        return StandardCharsets.UTF_8
                .decode(bytes.duplicate())
                .toString()
                .replaceAll("\"(status_)?overdue\":(true|false),?", "");
    }
}
