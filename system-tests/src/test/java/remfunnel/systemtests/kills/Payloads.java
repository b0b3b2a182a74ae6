package remfunnel.systemtests.kills;

import java.nio.charset.StandardCharsets;
import remfunnel.OrderEvent;
import tools.jackson.databind.json.JsonMapper;

/** Looks into payloads of v1. */
final class Payloads {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Payloads() {}

    static int status(OrderEvent event) {
        var payload = event.getPayload().duplicate();
        return JSON.readTree(StandardCharsets.UTF_8.decode(payload).toString())
                .path("status")
                .path("id")
                .asInt();
    }
}
