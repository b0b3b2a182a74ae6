package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import remfunnel.Role;
import remfunnel.config.Service;
import remfunnel.schemas.Topics;

/** What strangers, viewers and other people's pages try. */
@ExtendWith(OutputCaptureExtension.class)
class AttacksIT {
    private static Service service;

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aStrangerIsAnsweredByNoEndpoint() {
        var stranger = new Guest(service.url());

        assertThat(service.closedEndpoints())
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        endpoint -> assertThat(stranger.sends(endpoint, "{}").statusCode())
                                .as(endpoint)
                                .isEqualTo(401));
    }

    @Test
    void aViewersTokenChangesNothing() {
        var viewer = new Guest(service.url()).bearing(token(Role.VIEWER));

        assertThat(viewer.sends("GET /api/status", "").statusCode()).isEqualTo(200);
        assertThat(service.closedEndpoints())
                .filteredOn(endpoint -> !endpoint.startsWith("GET "))
                .hasSizeGreaterThan(8)
                .allSatisfy(endpoint -> assertThat(viewer.sends(endpoint, "{}").statusCode())
                        .as(endpoint)
                        .isEqualTo(403));
    }

    @Test
    void onlyAdminsSeeUsersAndTokens() {
        var operator = new Guest(service.url()).bearing(token(Role.OPERATOR));

        assertThat(List.of("GET /api/users", "GET /api/tokens", "PUT /api/users/eve", "POST /api/tokens"))
                .allSatisfy(endpoint -> assertThat(operator.sends(endpoint, "{\"role\": \"ADMIN\"}")
                                .statusCode())
                        .as(endpoint)
                        .isEqualTo(403));
    }

    @Test
    void aSessionOfAViewerChangesNothingButItsPassword() {
        var viewer = person("vera", Role.VIEWER);

        assertThat(viewer.sends("GET /api/status", "").statusCode()).isEqualTo(200);
        assertThat(service.closedEndpoints())
                .filteredOn(endpoint -> !endpoint.startsWith("GET ")
                        && !endpoint.endsWith("/api/password")
                        && !endpoint.endsWith("/api/logout"))
                .allSatisfy(endpoint -> assertThat(viewer.sends(endpoint, "{}").statusCode())
                        .as(endpoint)
                        .isEqualTo(403));
    }

    @Test
    void theCsrfTokenOfAnotherSessionIsNone() {
        var mallory = person("mallory", Role.VIEWER);
        var olga = person("olga", Role.ADMIN);

        assertThat(service.closedEndpoints())
                .filteredOn(endpoint -> !endpoint.startsWith("GET "))
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(olga.withCsrf(mallory.csrf())
                                .sends(endpoint, "{\"role\": \"ADMIN\"}")
                                .body())
                        .as(endpoint)
                        .contains("NO_CSRF_TOKEN"));
        assertThat(olga.withCsrf("").sends("DELETE /api/users/vera", "").statusCode())
                .isEqualTo(403);
        assertThat(service.json("/api/users").findValuesAsString("name")).doesNotContain("eve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/..%2f..%2fapi/status",
                "/actuator/health/../../api/status",
                "/actuator/health;/../api/status",
                "/login.html;/api/status",
                "//api/status",
                "/api//status",
                "/api/%2e/status",
                "/api/login/%2e%2e/status",
                "/api;v=1/status",
                "/api/status/",
                "/API/status",
                "/api/status%00",
                "/api%2fstatus"
            })
    void noTrickOfPathsLeadsPastTheLogin(String path) {
        var answer = new Guest(service.url()).raw("GET", path);

        assertThat(answer).matches("HTTP/1.1 (400|401|403|404) ?.*(?s:.*)").doesNotContain("ingest");
    }

    @Test
    void aFirstPasswordOpensNothingButItsChange() {
        String password = service.send("PUT", "/api/users/novak", "{\"role\": \"ADMIN\"}")
                .body()
                .replaceAll(".*\"password\":\"([^\"]*)\".*", "$1");
        var novak = new Guest(service.url());
        novak.logsIn("novak", password);

        assertThat(novak.sends("GET /api/status", "").body()).contains("CHANGE_PASSWORD");
        assertThat(novak.sends("GET /api/session", "").body()).contains("\"must-change\":true");
        assertThat(novak.sends("POST /api/password", Guest.json("old", password, "new", "short"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void guessingEndsAfterSomeTries() {
        person("guessed", Role.VIEWER);
        var guesser = new Guest(service.url());
        var codes = new ArrayList<Integer>();

        for (int i = 0; i <= LoginLimit.OF_ACCOUNT; i++) {
            codes.add(guesser.logsIn("guessed", "wrong password " + i).statusCode());
        }

        assertThat(codes).startsWith(401, 401, 401).endsWith(429);
        assertThat(guesser.logsIn("guessed", Guest.PASSWORD).headers().firstValue("Retry-After"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"name\": \"admin\"}",
                "{\"name\": {\"$ne\": 1}, \"password\": \"x\"}",
                "{\"name\": \"admin\", \"password\": \"x\", \"role\": \"ADMIN\"}",
                "{\"name\": \"admin\", \"name\": \"admin\", \"password\": \"x\"}"
            })
    void aMalformedLoginIsRefused(String body) {
        assertThat(new Guest(service.url()).sends("POST /api/login", body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOversizedBodyIsRefused() {
        assertThat(new Guest(service.url())
                        .sends("POST /api/login", "{\"name\": \"" + "a".repeat(1 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[[[[", "null", "{\"a\": 1e999999999}", "\u0000"})
    void noBodyBreaksAnEndpoint(String body) {
        var admin = new Guest(service.url()).bearing(token(Role.ADMIN));

        assertThat(service.closedEndpoints())
                .filteredOn(endpoint -> endpoint.startsWith("P"))
                .allSatisfy(endpoint -> assertThat(admin.sends(endpoint, body).statusCode())
                        .as(endpoint)
                        .isBetween(400, 499));
    }

    @Test
    void whatAConnectorIsGivenIsTextAndItsKeyStandsNowhere(CapturedOutput output) {
        String key = "rk-0f9d7c-that-nobody-sees";
        service.send("PUT", "/api/connectors/xss", Guest.connector("xss", "total"), "If-None-Match", "*");
        var given = service.send("PUT", "/api/connectors/xss/credentials", Guest.json("api-key", key, "a", "b"));
        service.send("PUT", "/api/connectors/xss/credentials", "{\"api-key\": \"" + key + "\"}");
        var seen = service.send("GET", "/api/connectors/xss", "");

        assertThat(seen.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(seen.body()).contains("<script>", "\"api-key-stored\":true").doesNotContain(key);
        assertThat(given.body()
                        + service.texts(Topics.CREDENTIALS)
                        + service.texts(Topics.CONFIG)
                        + service.texts(Topics.AUDIT)
                        + output)
                .doesNotContain(key);
    }

    @Test
    void logoutEndsTheSessionEverywhere() {
        var vera = person("leaving", Role.OPERATOR);
        var copy = vera.copy();
        assertThat(copy.sends("GET /api/session/state", "").body()).contains("\"open\":true", "\"name\":\"leaving\"");

        assertThat(vera.sends("POST /api/logout", "").statusCode()).isEqualTo(200);

        assertThat(copy.sends("GET /api/session", "").statusCode()).isEqualTo(401);
        assertThat(copy.sends("GET /api/session/state", "").body()).isEqualTo("{\"open\":false}");
    }

    @Test
    void aRevokedTokenIsNone() {
        var made =
                Service.JSON.readTree(service.send("POST", "/api/tokens", "{\"title\": \"bi\", \"role\": \"VIEWER\"}")
                        .body());
        var program = new Guest(service.url()).bearing(made.path("token").asString());
        assertThat(program.sends("GET /api/status", "").statusCode()).isEqualTo(200);

        service.send("DELETE", "/api/tokens/" + made.path("id").asString(), "");

        assertThat(program.sends("GET /api/status", "").statusCode()).isEqualTo(401);
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        var answer = person("cook", Role.VIEWER).logsIn("cook", Guest.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(Sessions.COOKIE + "=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
        assertThat(answer.headers().map())
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Referrer-Policy", List.of("no-referrer"));
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void secretsStandInNoTopicAndNoLog(CapturedOutput output) {
        String token = token(Role.OPERATOR);
        var person = person("quiet", Role.OPERATOR);
        new Guest(service.url()).bearing(token + "x").sends("GET /api/status", "");
        String everything =
                service.texts(Topics.USERS) + service.texts(Topics.TOKENS) + service.texts(Topics.AUDIT) + output;

        assertThat(everything).contains("quiet");
        assertThat(List.of(token, Guest.PASSWORD, person.session(), person.csrf()))
                .allSatisfy(secret -> assertThat(everything.contains(secret)).isFalse());
    }

    private static String token(Role role) {
        String body = service.send("POST", "/api/tokens", Guest.json("title", "test", "role", role.name()))
                .body();
        return Service.JSON.readTree(body).path("token").asString();
    }

    /** Someone who has changed his first password. */
    private static Guest person(String name, Role role) {
        String body = service.send("PUT", "/api/users/" + name, Service.JSON.writeValueAsString(Map.of("role", role)))
                .body();
        var guest = new Guest(service.url());
        guest.settlesIn(name, Service.JSON.readTree(body).path("password").asString());
        return guest;
    }
}
