package remfunnel.systemtests.kills;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import remfunnel.config.access.FirstAdmin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The login that a machine says once, used by whoever reads it there. */
final class FirstLogin {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PASSWORD = Pattern.compile(" +password +(\\S+)");
    private static final String OWN = "a-password-of-my-own";
    private static final String STATUS = "/api/status";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final URI service;
    private final String password;

    private FirstLogin(URI service, String password) {
        this.service = service;
        this.password = password;
    }

    /** It is said after all is ready. */
    static FirstLogin at(LocalMachine machine) {
        Watch.waitFor("the first login", () -> password(machine).isPresent());
        return new FirstLogin(
                URI.create("http://127.0.0.1:" + machine.ports().getLast()),
                password(machine).orElseThrow());
    }

    private static Optional<String> password(LocalMachine machine) {
        return machine.said().stream()
                .map(PASSWORD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** As often as it was said, whichever start said it. */
    static List<String> said(LocalMachine machine) {
        return machine.said().stream()
                .filter(line -> line.startsWith("First login"))
                .toList();
    }

    void changesThePassword() {
        assertThat(login(password).path("must-change").asBoolean(false)).isTrue();
        assertThat(get(STATUS).statusCode()).isEqualTo(403);
        assertThat(post("/api/password", Map.of("old", password, "new", OWN)).statusCode())
                .isEqualTo(200);
        assertThat(get(STATUS).statusCode()).isEqualTo(200);
    }

    void comesBack() {
        assertThat(enter(password).statusCode()).isEqualTo(401);
        assertThat(login(OWN).path("must-change").asBoolean(true)).isFalse();
        assertThat(get(STATUS).statusCode()).isEqualTo(200);
    }

    /** But for Kafka's indexes, which are ten megabytes of offsets each. */
    List<Path> filesThatHoldAPassword(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("index"))
                    .filter(this::holdsAPassword)
                    .toList();
        }
    }

    private boolean holdsAPassword(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains(password) || text.contains(OWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> enter(String with) {
        return post("/api/login", Map.of("name", FirstAdmin.NAME, "password", with));
    }

    private JsonNode login(String with) {
        var answer = enter(with);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).GET());
    }

    /** With the session's token, as its page sends it back. */
    private HttpResponse<String> post(String path, Map<String, String> body) {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        cookies.getCookieStore().get(service).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
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
