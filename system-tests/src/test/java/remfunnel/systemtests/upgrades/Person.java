package remfunnel.systemtests.upgrades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import remfunnel.config.cli.ServiceToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the door of a running version: the one who runs it, a program with its token, or a user with his session. */
final class Person {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final URI service;
    private final Optional<String> authorization;

    private Person(int port, Optional<String> authorization) {
        this.service = address(port);
        this.authorization = authorization;
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    static Person owner(int port) {
        return new Person(port, ServiceToken.authorization(address(port)));
    }

    static Person program(int port, String token) {
        return new Person(port, Optional.of("Bearer " + token));
    }

    /** Who has not logged in yet. */
    static Person stranger(int port) {
        return new Person(port, Optional.empty());
    }

    int logsIn(String name, String password) {
        return post("api/login", Map.of("name", name, "password", password)).statusCode();
    }

    int status(String path) {
        return send(request(path).GET()).statusCode();
    }

    JsonNode get(String path) {
        return told(send(request(path).GET()));
    }

    /** What is answered to it, which has to be something good. */
    JsonNode posts(String path, Map<String, ?> body) {
        return told(post(path, body));
    }

    JsonNode puts(String path, Map<String, ?> body) {
        return told(send(withJson(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    private HttpResponse<String> post(String path, Map<String, ?> body) {
        return send(withJson(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static JsonNode told(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.request(), answer.body())
                .isBetween(200, 299);
        return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    /** With the session's token, as its page sends it back. */
    private HttpRequest.Builder withJson(String path) {
        var request = request(path).header("Content-Type", "application/json");
        cookies.getCookieStore().get(service).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(service.resolve(path));
        authorization.ifPresent(word -> request.header("Authorization", word));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
