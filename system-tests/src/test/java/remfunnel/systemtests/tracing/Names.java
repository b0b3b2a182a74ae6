package remfunnel.systemtests.tracing;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an order tells of its client. */
final class Names {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Names() {}

    static Stream<String> of(String order) {
        JsonNode client = JSON.readTree(order).path("client");
        return Stream.of("name", "first_name", "last_name", "email", "address")
                .map(field -> client.path(field).asString(""))
                .filter(text -> text.length() > 3);
    }
}
