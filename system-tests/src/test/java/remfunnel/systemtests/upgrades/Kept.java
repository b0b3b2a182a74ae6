package remfunnel.systemtests.upgrades;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people left in a version, and what it told them last: later versions find the one and tell the other.
 *
 * @param password that the user chose
 * @param token of a program that may only read
 * @param draft that the user has not finished
 * @param explained what {@code explain} says, by order
 */
record Kept(
        String user,
        String password,
        String token,
        JsonNode draft,
        JsonNode history,
        JsonNode funnel,
        Map<Long, JsonNode> explained) {
    private static final String CONNECTOR = "api/connectors/" + Revision.CONNECTOR;
    private static final String FILE = "kept.json";
    private static final String USER = "manager";
    private static final String PASSWORD = "chosen by the manager";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** An admin makes a user and a token; the user takes a password of his own and begins a change. */
    static Kept leaveAt(int port, Collection<Long> orders) {
        var owner = Person.owner(port);
        String first = owner.puts("api/users/" + USER, Map.of("role", "OPERATOR"))
                .path("password")
                .asString();
        var user = Person.stranger(port);
        user.logsIn(USER, first);
        user.posts("api/password", Map.of("old", first, "new", PASSWORD));
        user.puts(CONNECTOR + "/draft", Map.of("revision", 1, "configuration", begun()));
        var token = owner.posts("api/tokens", Map.of("title", "reports", "role", "VIEWER"))
                .path("token")
                .asString();
        return new Kept(USER, PASSWORD, token, draft(user), history(owner), funnel(owner), explained(owner, orders));
    }

    /** No funnel yet: its only stage has no title and no marker. */
    private static Map<String, Object> begun() {
        return Map.of(
                "connector",
                Revision.CONNECTOR,
                "title",
                "Мастерская за углом",
                "source",
                Map.of("api", "v1"),
                "stages",
                List.of(Map.of("id", "inquiry", "title", "", "statuses", List.of(900101))));
    }

    static JsonNode draft(Person user) {
        return user.get(CONNECTOR + "/draft").path("draft");
    }

    static JsonNode history(Person person) {
        return person.get(CONNECTOR + "/history").path("entries");
    }

    static JsonNode funnel(Person person) {
        return person.get(CONNECTOR + "/funnel");
    }

    static Map<Long, JsonNode> explained(Person person, Collection<Long> orders) {
        Map<Long, JsonNode> explained = new TreeMap<>();
        orders.forEach(order -> explained.put(order, person.get(CONNECTOR + "/orders/" + order + "/explain")));
        return explained;
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }

    static Kept read(Path folder) throws IOException {
        return JSON.readValue(Files.readString(folder.resolve(FILE)), Kept.class);
    }
}
