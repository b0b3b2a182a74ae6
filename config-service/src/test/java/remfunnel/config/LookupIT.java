package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.Component;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Documents;
import remfunnel.config.document.Words;
import remfunnel.funnel.FieldType;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topics;
import tools.jackson.databind.JsonNode;

class LookupIT {
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

    private static ConnectorStatus.Builder status(
            String id, Component component, ConnectorState state, String message) {
        return ConnectorStatus.newBuilder()
                .setConnectorId(id)
                .setComponent(component)
                .setState(state)
                .setMessage(message)
                .setCounters(Map.of())
                .setAt(Instant.EPOCH);
    }

    private static void tell(ConnectorStatus.Builder said) {
        ConnectorStatus status = said.build();
        service.produce(Topics.STATUS, Keys.status(status.getConnectorId(), status.getComponent()), status);
    }

    @Test
    void showsWhatTheComponentsSay() {
        long revision = json(create("status")).path("revision").asLong();
        tell(status("status", Component.TRANSFORM, ConnectorState.CONFIG_REJECTED, "no such stage")
                .setCounters(Map.of("facts", 7L))
                .setRevision(revision));

        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.json("/api/status/status").has("transform"));

        assertThat(service.json("/api/status/status")
                        .path("transform")
                        .path("counters")
                        .path("facts")
                        .asLong())
                .isEqualTo(7);
        assertThat(service.json("/api/connectors/status")
                        .path("pending")
                        .path("rejected")
                        .asString())
                .isEqualTo("no such stage");
    }

    /** The message of the transform is in English alone. */
    @Test
    void listsInBothLanguagesWhatIsWrongWithARejectedConfiguration() {
        service.produce(
                Topics.CONFIG,
                "wrong",
                FunnelConfig.newBuilder(config("wrong")).setCurrency("ROUBLE").build());
        tell(status("wrong", Component.TRANSFORM, ConnectorState.CONFIG_REJECTED, "currency"));

        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.json("/api/status/wrong").has("problems"));

        JsonNode problem = service.json("/api/status/wrong").at("/problems/0");
        assertThat(problem.path("path").asString()).isEqualTo("currency");
        assertThat(problem.path("en").asString()).contains("ISO 4217");
        assertThat(problem.path("ru").asString()).contains("ISO 4217").matches(".*[а-я].*");
    }

    /** As ingest says it. */
    @Test
    void tellsWhatIsWrongWithASourceAndSinceWhen() {
        create("away");
        tell(status("away", Component.INGEST, ConnectorState.SOURCE_UNREACHABLE, "HTTP 502")
                .setCause("AWAY")
                .setSince(Instant.EPOCH));

        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.json("/api/status/away").has("ingest"));

        JsonNode ingest = service.json("/api/status/away").path("ingest");
        assertThat(ingest.path("cause").asString()).isEqualTo("AWAY");
        assertThat(ingest.path("since").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(service.json("/api/status/away").has("problems")).isFalse();
    }

    @Test
    void showsNamesInTheSourcesOrderAndFieldsWithTheAccountsOwn() {
        service.produce(Topics.DICTIONARIES, "names/STATUS/2", entry(DictionaryKind.STATUS, "2", "Новый", "0"));
        service.produce(Topics.DICTIONARIES, "names/STATUS/1", entry(DictionaryKind.STATUS, "1", "Готов", "1"));
        service.produce(
                Topics.DICTIONARIES,
                "names/ORDER_FIELD/f9",
                new DictionaryEntry("names", DictionaryKind.ORDER_FIELD, "f9", "Доставка", Map.of("type", "6"), false));

        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.json("/api/connectors/names/dictionaries").size() == 2);

        assertThat(service.json("/api/connectors/names/dictionaries/status").findValuesAsString("name"))
                .containsExactly("Новый", "Готов");
        assertThat(service.get("/api/connectors/names/fields").body()).contains("\"f9\"", "Доставка", "Сумма заказа");
        assertThat(service.json("/api/connectors/names/fields"))
                .filteredOn(field -> field.path("name").asString().equals("f9"))
                .extracting(field -> field.path("type").asString())
                .containsExactly(Words.of(FieldType.NUMBER));
        assertThat(service.get("/api/fields").body()).doesNotContain("\"f9\"");
        assertThat(service.get("/api/connectors/names/dictionaries/colour").body())
                .contains("order-type");
    }

    private static DictionaryEntry entry(DictionaryKind kind, String id, String name, String position) {
        return new DictionaryEntry("names", kind, id, name, Map.of("position", position), false);
    }

    @Test
    void saysWhenAllOfAFunnelWasReadAndThatNobodyReadsItAnyMore() {
        try (Service other = service.another(Map.of())) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> other.json("/api/connectors/any/funnel")
                            .path("complete")
                            .asBoolean());
            assertThat(other.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            other.bean(FunnelTail.class).stop();

            assertThat(other.get("/actuator/health/liveness").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void passesOverRecordsThatCannotBeRead() {
        service.produceBytes(Topics.CONFIG, "garbage", new byte[] {1, 2, 3});

        HttpResponse<String> created = create("after-garbage");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void passesOverAConfigurationUnderAnothersKey() {
        create("victim");
        service.produce(Topics.CONFIG, "stray", config("victim"));
        create("after-stray");

        HttpResponse<String> removed = service.send("DELETE", "/api/connectors/stray", "", "If-Match", "*");

        assertThat(removed.statusCode()).isEqualTo(404);
        assertThat(service.get("/api/connectors/victim").statusCode()).isEqualTo(200);
    }

    @Test
    void describesItself() {
        JsonNode api = service.json("/v3/api-docs");

        assertThat(api.path("paths").propertyNames())
                .contains("/api/connectors/{id}", "/api/export/{what}", "/api/status");
        assertThat(api.path("components")
                        .path("schemas")
                        .path("Connector")
                        .path("properties")
                        .propertyNames())
                .containsExactlyElementsOf(
                        ConnectorWriter.document(config("any")).keySet());
        assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(200);
    }
}
