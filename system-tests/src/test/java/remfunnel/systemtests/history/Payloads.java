package remfunnel.systemtests.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.generic.GenericRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks into payloads of order events. */
public final class Payloads {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Payloads() {}

    public static JsonNode of(GenericRecord event) {
        var payload = (ByteBuffer) event.get("payload");
        return JSON.readTree(StandardCharsets.UTF_8.decode(payload.duplicate()).toString());
    }

    /** Of v1. */
    public static int status(GenericRecord event) {
        return of(event).path("status").path("id").asInt();
    }
}
