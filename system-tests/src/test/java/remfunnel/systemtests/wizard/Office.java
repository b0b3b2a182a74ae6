package remfunnel.systemtests.wizard;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;
import remfunnel.config.cli.ServiceToken;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service as its owner speaks to it, past the pages. */
record Office(URI service) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Stage by stage, as RemOnline groups them. */
    private static final List<String> STATUSES =
            List.of("[900101]", "[900102, 900103, 900104, 900105]", "[900106]", "[900107]");

    private static final int NAMES = 7;

    static Office of(LocalMachine machine) {
        return new Office(URI.create("http://127.0.0.1:" + machine.ports().getLast() + "/"));
    }

    URI page(String address) {
        return service.resolve("#/" + address);
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    /** Headers as name, value, name, value. */
    JsonNode send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", owner())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            String answer = HTTP.send(request.build(), BodyHandlers.ofString()).body();
            return answer.isBlank() ? JSON.createObjectNode() : JSON.readTree(answer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String owner() {
        return ServiceToken.authorization(service).orElseThrow();
    }

    /** What lets someone else in. */
    String colleague(String name) {
        return token(name, "OPERATOR");
    }

    String token(String name, String role) {
        var made = send("POST", "/api/tokens", "{\"title\": \"" + name + "\", \"role\": \"" + role + "\"}");
        return "Bearer " + made.path("token").asString();
    }

    /** With four stages and no status in any. */
    void connect(String id, Shop shop) {
        configure(id, shop);
        send("PUT", "/api/connectors/" + id + "/credentials", "{\"api-key\": \"" + Shop.KEY + "\"}");
    }

    /** Without a key: nothing is asked of the source. */
    void configure(String id, Shop shop) {
        send("PUT", "/api/connectors/" + id, """
                {"connector": "%s", "title": "Shop", "source": {"api": "v1", "base-url": "%s", "poll-every": "1s"},
                 "time-zone": "Europe/Moscow", "currency": "RUB", "stages": [
                  {"id": "inquiry", "title": "Inquiries", "marker": "initial", "statuses": []},
                  {"id": "lead", "title": "Leads", "marker": "in-progress", "statuses": []},
                  {"id": "paid", "title": "Paid", "marker": "success", "statuses": []},
                  {"id": "lost", "title": "Lost", "marker": "failure", "statuses": []}]}
                """.formatted(id, shop.url()), "If-None-Match", "*");
    }

    /** The usual statuses in the stages of a connected account, and what its orders bring. */
    void map(String id) {
        await().atMost(Patience.OF_A_TEST)
                .until(() -> get("/api/connectors/" + id + "/dictionaries")
                                .path("status")
                                .size()
                        >= NAMES);
        change(id, config -> {
            for (int n = 0; n < STATUSES.size(); n++) {
                ((ObjectNode) config.path("stages").get(n)).set("statuses", JSON.readTree(STATUSES.get(n)));
            }
            config.set("calculation", JSON.readTree("{\"revenue\": \"total\"}"));
        });
    }

    /** What was written last, changed. */
    void change(String id, Consumer<ObjectNode> edit) {
        ObjectNode config = latest(id);
        edit.accept(config);
        send("PUT", "/api/connectors/" + id, config.toString(), "If-Match", "*");
    }

    ObjectNode latest(String id) {
        JsonNode connector = get("/api/connectors/" + id);
        JsonNode pending = connector.at("/pending/configuration");
        return (ObjectNode) (pending.isObject() ? pending : connector.path("configuration"));
    }

    /** Until none is there, nor a draft of the owner's: the next who comes finds the pages empty. */
    void removeAll() {
        get("/api/connectors").forEach(each -> {
            String connector = "/api/connectors/" + each.path("connector").asString();
            send("DELETE", connector + "/draft", "");
            send("DELETE", connector, "", "If-Match", "*");
        });
        await().atMost(Patience.OF_A_TEST).until(() -> get("/api/connectors").isEmpty());
    }
}
