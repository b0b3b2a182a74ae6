package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import remfunnel.config.Service;

/** Bodies that are too long, cut off, no text, or bombs, at every endpoint that reads one, by somebody who may do everything. */
@ExtendWith(OutputCaptureExtension.class)
class BodiesIT {
    /** What a guest puts in place of every variable of a path. */
    private static final String EACH = "1";

    private static final int TOO_LONG = (1 << 20) + 1;

    /** They take no body; what is sent is not looked at. */
    private static final List<String> WITHOUT =
            List.of("POST /api/logout", "POST /api/users/{name}/password", "POST /api/connectors/{id}/drift/seen");

    private static Service service;
    private static Guest admin;

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
        service.send("PUT", "/api/connectors/" + EACH, Guest.connector(EACH, "total"), "If-None-Match", "*");
        service.send("PUT", "/api/users/" + EACH, "{\"role\": \"VIEWER\"}");
        String body = service.send("PUT", "/api/users/admin2", "{\"role\": \"ADMIN\"}")
                .body();
        admin = new Guest(service.url());
        admin.settlesIn("admin2", Service.JSON.readTree(body).path("password").asString());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** As they are mapped: a new one cannot be forgotten. */
    private static List<String> endpoints() {
        return service.endpoints().stream()
                .filter(endpoint -> endpoint.startsWith("P") && !WITHOUT.contains(endpoint))
                .toList();
    }

    @Test
    void thereIsSomethingToTryThemAt() {
        assertThat(service.endpoints()).containsAll(WITHOUT);
        assertThat(endpoints())
                .contains("PUT /api/connectors/{id}", "PUT /api/connectors/{id}/credentials", "POST /api/login")
                .hasSizeGreaterThan(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "1+", "max(", "1/"})
    void aFormulaBombIsRefusedAtOnce(String part) {
        String bomb = Guest.connector("bomb", part.repeat(100_000) + "1");

        assertThat(CompletableFuture.supplyAsync(
                        () -> service.send("PUT", "/api/connectors/bomb", bomb, "If-None-Match", "*")))
                .succeedsWithin(Duration.ofMinutes(1))
                .satisfies(answer -> assertThat(answer.statusCode()).isBetween(400, 499));
    }

    @ParameterizedTest
    @CsvSource({"plan, 422", "draft/plan, 200", "orders/1/trial, 422"})
    void aFormulaBombIsRefusedAtOnceWhereDraftsAreTried(String path, int status) {
        String bomb = Guest.connector(EACH, "(".repeat(50_000) + "1");

        assertThat(CompletableFuture.supplyAsync(
                        () -> service.send("POST", "/api/connectors/" + EACH + "/" + path, bomb)))
                .succeedsWithin(Duration.ofMinutes(1))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(status);
                    assertThat(answer.body()).contains("\"code\":\"TOO_LONG\",\"path\":\"calculation.revenue\"");
                });
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItIsRead() {
        String json = "{\"a\": \"" + "a".repeat(TOO_LONG) + "\"}";

        assertThat(endpoints()).allSatisfy(endpoint -> {
            assertThat(admin.sends(endpoint, json).statusCode()).as(endpoint).isEqualTo(413);
            assertThat(admin.sends(endpoint, withoutItsLength(json)).statusCode())
                    .as(endpoint + " in chunks")
                    .isEqualTo(413);
        });
        assertNothingHappened();
    }

    private static BodyPublisher withoutItsLength(String text) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Their names, and what they are. */
    private static Stream<Map.Entry<String, Supplier<BodyPublisher>>> malformed() {
        return Stream.of(
                Map.entry("nothing", BodyPublishers::noBody),
                text("an object that is cut off", "{\"name\": \"a"),
                text("a list", "[]"),
                text("a deep one", "[".repeat(100_000)),
                text("a deep one in an object", "{\"a\":".repeat(100_000)),
                text("a key twice", "{\"role\": \"ADMIN\", \"role\": \"ADMIN\"}"),
                text("null", "null"),
                text("a number without end", "1e999999999"),
                text("two documents", "{} {}"),
                text(
                        "wrong types",
                        "{\"name\": {}, \"password\": [], \"role\": 1, \"title\": {}, \"old\": 1, \"new\": null}"),
                text("unknown keys", "{\"__proto__\": {}, \"constructor\": \"x\", \"$where\": \"sleep\"}"),
                text("an entity of XML", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                text("anchors of YAML", "a: &a [x]\nb: [*a, *a]\n"),
                text("NUL", "\u0000"),
                Map.entry(
                        "no UTF-8",
                        () -> BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xC3, '(', '"', '}'})));
    }

    private static Map.Entry<String, Supplier<BodyPublisher>> text(String name, String text) {
        return Map.entry(name, () -> BodyPublishers.ofString(text));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aBodyThatMakesNoSenseIsRefusedInWords(
            Map.Entry<String, Supplier<BodyPublisher>> malformed, CapturedOutput output) {
        assertThat(endpoints()).allSatisfy(endpoint -> {
            HttpResponse<String> answer =
                    admin.sends(endpoint, malformed.getValue().get());
            assertThat(isRefusal(answer))
                    .as(endpoint + " " + answer.statusCode())
                    .isTrue();
            assertThat(answer.body())
                    .as(endpoint)
                    .contains("\"detail\"")
                    .doesNotContain("Exception", "passwd", "at remfunnel");
        });
        assertThat(output).doesNotContain("Exception");
        assertNothingHappened();
    }

    /** To a page that asks what a draft would do, that it makes no sense yet is an answer. */
    private static boolean isRefusal(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 4 || answer.body().startsWith("{\"state\":\"REFUSED\"");
    }

    private static void assertNothingHappened() {
        assertThat(service.json("/api/connectors").size()).isEqualTo(1);
        assertThat(service.json("/api/connectors/" + EACH)
                        .at("/configuration/calculation/revenue")
                        .asString())
                .isEqualTo("total");
        assertThat(service.json("/api/users").findValuesAsString("role")).containsExactly("VIEWER", "ADMIN", "ADMIN");
        assertThat(service.json("/api/tokens").size()).isZero();
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }
}
