package remfunnel.config.access;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import remfunnel.config.Service;

/** Somebody at the service's door, with the cookies he was given. */
final class Guest {
    static final String PASSWORD = "correct horse battery";

    private final HttpClient http;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    private final URI service;

    Guest(URI service) {
        this(
                service,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** Who takes certificates that others would not, for one. */
    Guest(URI service, HttpClient http) {
        this.service = service;
        this.http = http;
    }

    Guest bearing(String token) {
        return saying("Authorization", "Bearer " + token);
    }

    /** With that header, from now on. */
    Guest saying(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Guest withCsrf(String token) {
        Guest forged = copy();
        forged.headers.put(Sessions.CSRF_HEADER, token);
        forged.cookies.put(Sessions.CSRF_COOKIE, token);
        return forged;
    }

    Guest copy() {
        return at(service);
    }

    /** The same browser at another instance, as a balancer leads it there. */
    Guest at(URI instance) {
        Guest copy = new Guest(instance, http);
        copy.cookies.putAll(cookies);
        copy.headers.putAll(headers);
        return copy;
    }

    String session() {
        return cookies.get(Sessions.COOKIE);
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    String csrf() {
        return cookies.get(Sessions.CSRF_COOKIE);
    }

    static String json(String key, String value, String other, String otherValue) {
        return Service.JSON.writeValueAsString(Map.of(key, value, other, otherValue));
    }

    /** With a title that a careless page would run. */
    static String connector(String id, String revenue) {
        return """
                {"connector": "%s", "title": "<script>alert(1)</script>", "source": {"api": "v1"}, "time-zone": "Europe/Moscow",
                 "currency": "RUB", "stages": [], "calculation": {"revenue": "%s"}}
                """.formatted(id, revenue);
    }

    HttpResponse<String> logsIn(String name, String password) {
        return sends("POST /api/login", json("name", name, "password", password));
    }

    void settlesIn(String name, String firstPassword) {
        logsIn(name, firstPassword);
        sends("POST /api/password", json("old", firstPassword, "new", PASSWORD));
    }

    /** The method and the path, whose variables are filled in. */
    HttpResponse<String> sends(String endpoint, String body) {
        return sends(endpoint, BodyPublishers.ofString(body));
    }

    HttpResponse<String> sends(String endpoint, BodyPublisher body) {
        String[] words = endpoint.split(" ", 2);
        String path = words[1].replaceAll("/\\*\\*", "").replaceAll("\\{[^}]*}", "1");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).method(words[0], body);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        headers.put(Sessions.CSRF_HEADER, cookies.getOrDefault(Sessions.CSRF_COOKIE, ""));
    }

    /** As no client would send it. */
    String raw(String method, String path) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
