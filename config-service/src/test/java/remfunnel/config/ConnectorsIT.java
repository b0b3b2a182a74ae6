package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Documents;
import remfunnel.schemas.Topics;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class ConnectorsIT {
    private static Service service;

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static FunnelConfig config(String id) {
        return FunnelConfig.newBuilder(Documents.config(Documents.example()))
                .setConnectorId(id)
                .build();
    }

    private static String body(FunnelConfig config) {
        return Service.JSON.writeValueAsString(ConnectorWriter.document(config));
    }

    private static HttpResponse<String> create(String id) {
        return service.send("PUT", "/api/connectors/" + id, body(config(id)), "If-None-Match", "*");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Service.JSON.readTree(response.body());
    }

    /** As transform does once a configuration is valid. */
    private static void activate(String id, long revision) {
        FunnelConfig active =
                FunnelConfig.newBuilder(config(id)).setRevision(revision).build();
        service.produce(Topics.CONFIG_ACTIVE, id, active);
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        service.json("/api/connectors/" + id).path("revision").asLong(-1) == revision);
    }

    @Test
    void writesAConnectorAndKnowsItsOwnWriteAtOnce() {
        HttpResponse<String> created = create("own-write");
        HttpResponse<String> read = service.get("/api/connectors/own-write");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("ETag"))
                .isEqualTo(created.headers().firstValue("ETag"));
        assertThat(json(read).path("pending").path("revision").asLong())
                .isEqualTo(json(created).path("revision").asLong());
        assertThat(json(read).path("configuration")).isEqualTo(Service.JSON.readTree(body(config("own-write"))));
    }

    @Test
    void answersTheOffsetOfTheRecordAsTheRevision() {
        long revision = json(create("offset")).path("revision").asLong();

        assertThat(service.read(Topics.CONFIG)).anySatisfy(record -> {
            assertThat(record.key()).isEqualTo("offset");
            assertThat(record.offset()).isEqualTo(revision);
        });
    }

    @Test
    void showsTheActiveConfigurationAndNothingPendingOnceItIsActive() {
        activate("active", json(create("active")).path("revision").asLong());

        JsonNode view = service.json("/api/connectors/active");

        assertThat(view.has("pending")).isFalse();
        assertThat(view.path("revision")).isEqualTo(view.path("latest-revision"));
    }

    @Test
    void takesBackTheFileItShows() {
        create("round-trip");

        String yaml = service.get("/api/connectors/round-trip/configuration").body();

        assertThat(ConnectorWriter.same(Documents.config(yaml), config("round-trip")))
                .isTrue();
        assertThat(yaml).contains("Мастерская на Тверской");
    }

    @Test
    void refusesAWriteWithoutAPrecondition() {
        HttpResponse<String> answer = service.send("PUT", "/api/connectors/none", body(config("none")));

        assertThat(answer.statusCode()).isEqualTo(428);
        assertThat(answer.body()).contains("If-Match");
        assertThat(service.get("/api/connectors/none").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAWriteOverWhatTheWriterHasNotSeen() {
        String etag = create("stale").headers().firstValue("ETag").orElseThrow();
        FunnelConfig theirs =
                FunnelConfig.newBuilder(config("stale")).setTitle("Theirs").build();
        assertThat(service.send("PUT", "/api/connectors/stale", body(theirs), "If-Match", etag)
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> mine =
                service.send("PUT", "/api/connectors/stale", body(config("stale")), "If-Match", etag);

        assertThat(mine.statusCode()).isEqualTo(412);
        assertThat(json(mine).path("changed").toString()).isEqualTo("[\"title\"]");
        assertThat(create("stale").statusCode()).isEqualTo(412);
        assertThat(service.json("/api/connectors/stale")
                        .path("configuration")
                        .path("title")
                        .asString())
                .isEqualTo("Theirs");
    }

    @Test
    void tellsOfAWriteThatCameInBetweenPastTheService() {
        create("between");
        long theirs = service.produce(Topics.CONFIG, "between", config("between"));

        HttpResponse<String> mine =
                service.send("PUT", "/api/connectors/between", body(config("between")), "If-Match", "*");

        long told = json(mine).path("overwrote").asLong(-1);
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(told).isIn(-1L, theirs);
    }

    @Test
    void refusesWithAllProblemsInBothLanguages() {
        String broken = body(config("broken"))
                .replace("\"revenue\":\"total\"", "\"revenue\":\"totall +\"")
                .replace("\"brand\"", "\"brnd\"");

        HttpResponse<String> answer = service.send(
                "PUT", "/api/connectors/broken", broken, "If-None-Match", "*", "Accept-Language", "ru-RU,ru;q=0.9");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("application/problem+json");
        assertThat(json(answer).path("problems").findValuesAsString("path"))
                .contains("calculation.revenue", "dimensions[2]");
        assertThat(json(answer).path("problems")).allSatisfy(problem -> {
            assertThat(problem.path("en").asString()).isNotBlank();
            assertThat(problem.path("message")).isEqualTo(problem.path("ru"));
        });
        assertThat(service.get("/api/connectors/broken").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        HttpResponse<String> unknown = service.send(
                "PUT",
                "/api/connectors/bad",
                body(config("bad")).replace("\"currency\"", "\"curency\""),
                "If-None-Match",
                "*");
        HttpResponse<String> cut = service.send("PUT", "/api/connectors/bad", "{\"connector\":", "If-None-Match", "*");
        HttpResponse<String> other =
                service.send("PUT", "/api/connectors/other", body(config("bad")), "If-None-Match", "*");
        HttpResponse<String> oversized =
                service.send("PUT", "/api/connectors/bad", " ".repeat(1_100_000), "If-None-Match", "*");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("curency", "did you mean currency?");
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(oversized.statusCode()).isEqualTo(413);
    }

    @Test
    void removesAConnectorWithItsKey() {
        create("gone");
        service.send("PUT", "/api/connectors/gone/credentials", "{\"api-key\":\"k3y-of-gone\"}");

        HttpResponse<String> removed = service.send("DELETE", "/api/connectors/gone", "", "If-Match", "*");

        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(service.get("/api/connectors/gone").statusCode()).isEqualTo(404);
        assertThat(service.read(Topics.CONFIG))
                .anyMatch(record -> record.key().equals("gone") && record.value() == null);
        assertThat(service.read(Topics.CREDENTIALS))
                .anyMatch(record -> record.key().equals("gone") && record.value() == null);
        assertThat(create("gone").statusCode()).isEqualTo(201);
    }

    @Test
    void storesAKeyOnceAndNeverTellsIt(CapturedOutput output) {
        create("secret");

        HttpResponse<String> first =
                service.send("PUT", "/api/connectors/secret/credentials", "{\"api-key\":\"k3y-0f-s3cret\"}");
        HttpResponse<String> again =
                service.send("PUT", "/api/connectors/secret/credentials", "{\"api-key\":\"k3y-0f-s3cret\"}");
        HttpResponse<String> wrong =
                service.send("PUT", "/api/connectors/secret/credentials", "{\"key\":\"k3y-0f-s3cret\"}");
        HttpResponse<String> cut = service.send(
                "PUT", "/api/connectors/secret/credentials", "{\"api-key\":\"k3y-0f-s3cret\" k3y-0f-s3cret");

        assertStoredOnce(json(first), json(again));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(service.json("/api/status/secret").path("api-key-stored").asBoolean())
                .isTrue();
        assertThat(first.body()
                        + again.body()
                        + wrong.body()
                        + cut.body()
                        + service.get("/api/connectors").body()
                        + output.getAll())
                .doesNotContain("k3y-0f-s3cret");
        assertThat(service.read(Topics.CREDENTIALS))
                .filteredOn(record -> record.key().equals("secret"))
                .singleElement()
                .satisfies(record -> assertThat(new String(record.value(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("k3y-0f-s3cret"));
    }

    private static void assertStoredOnce(JsonNode first, JsonNode again) {
        assertThat(first.path("changed").asBoolean()).isTrue();
        assertThat(again.path("changed").asBoolean()).isFalse();
        assertThat(Instant.parse(first.path("stored-at").asString()))
                .isBeforeOrEqualTo(Instant.now())
                .isEqualTo(again.path("stored-at").asString());
    }

    @Test
    void removesTheKeyWhenTheSourcesAddressChanges() {
        create("moved");
        service.send("PUT", "/api/connectors/moved/credentials", "{\"api-key\":\"k3y-of-moved\"}");
        String same = body(config("moved")).replace("https://api.remonline.app", "https://API.remonline.app/");
        String other = body(config("moved")).replace("https://api.remonline.app", "https://evil.example");

        JsonNode stayed = json(service.send("PUT", "/api/connectors/moved", same, "If-Match", "*"));
        JsonNode moved = json(service.send("PUT", "/api/connectors/moved", other, "If-Match", "*"));

        assertThat(stayed.has("api-key-removed")).isFalse();
        assertThat(moved.path("api-key-removed").asBoolean()).isTrue();
        assertThat(moved.path("message").asString()).contains("give the key for the new address");
        assertThat(service.json("/api/status/moved").path("api-key-stored").asBoolean(true))
                .isFalse();
    }

    @Test
    void refusesToExplainOrPlanWhatIsNotThere() {
        create("explained");

        assertThat(service.get("/api/connectors/nobody/orders/1/explain").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/connectors/explained/orders/A-1/explain").body())
                .contains("BAD_ORDER_ID");
        assertThat(service.send("POST", "/api/connectors/nobody/plan", "{}").body())
                .contains("does not exist yet");
        assertThat(service.send("POST", "/api/connectors/explained/plan", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysThatNoTransformAnswers() {
        create("lonely");

        var explained = service.get("/api/connectors/lonely/orders/1/explain");
        var planned = service.send("POST", "/api/connectors/lonely/plan", body(config("lonely")));

        assertThat(explained.statusCode()).isEqualTo(503);
        assertThat(explained.body()).contains("TRANSFORM_AWAY", "REMFUNNEL_TRANSFORM_URL");
        assertThat(planned.statusCode()).isEqualTo(503);
        assertThat(planned.headers().firstValue("Retry-After")).isEmpty();
    }
}
