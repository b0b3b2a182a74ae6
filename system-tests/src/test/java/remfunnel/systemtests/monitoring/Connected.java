package remfunnel.systemtests.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import remfunnel.config.cli.ServiceToken;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.json.JsonMapper;

/** A machine with a shop, and what lets its owner in. */
record Connected(URI service, String authorization) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Connected shop(LocalMachine machine, Shop shop) {
        var service = URI.create("http://127.0.0.1:" + machine.ports().getLast() + "/");
        var owner = new Connected(service, ServiceToken.authorization(service).orElseThrow());
        owner.put("/api/connectors/shop", """
                {"connector": "shop", "title": "Shop", "source": {"api": "v1", "base-url": "%s", "poll-every": "1s"},
                 "time-zone": "Europe/Moscow", "currency": "RUB", "stages": []}
                """.formatted(shop.url()));
        owner.put("/api/connectors/shop/credentials", "{\"api-key\": \"" + Shop.KEY + "\"}");
        return owner;
    }

    /** A token that reads and nothing else, as the documents have one made for Prometheus. */
    String readersToken() {
        var made = send("POST", "/api/tokens", "{\"title\": \"prometheus\", \"role\": \"VIEWER\"}");
        return JSON.readTree(made).path("token").asString();
    }

    private void put(String path, String body) {
        send("PUT", path, body);
    }

    private String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .header("If-None-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + ' ' + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
