package remfunnel.config.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.Draft;
import remfunnel.FunnelConfig;
import remfunnel.config.Service;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Documents;
import remfunnel.schemas.Topics;
import tools.jackson.databind.JsonNode;

class ShapingIT {
    private static Service service;

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String document(String id, String title) {
        return Service.JSON.writeValueAsString(
                ConnectorWriter.document(FunnelConfig.newBuilder(Documents.config(Documents.example()))
                        .setConnectorId(id)
                        .setTitle(title)
                        .build()));
    }

    private static void create(String id) {
        service.send("PUT", "/api/connectors/" + id, document(id, "Shop"), "If-None-Match", "*");
    }

    private static String draft(String configuration) {
        return "{\"revision\": 0, \"configuration\": " + configuration + "}";
    }

    private static HttpResponse<String> keep(String id, String body) {
        return service.send("PUT", "/api/connectors/" + id + "/draft", body);
    }

    @Test
    void keepsADraftUntilItIsThrownAway() {
        create("kept");
        keep("kept", draft(document("kept", "")));

        assertThat(service.json("/api/connectors/kept/draft")
                        .at("/draft/configuration/connector")
                        .asString())
                .isEqualTo("kept");

        service.send("DELETE", "/api/connectors/kept/draft", "");

        assertThat(service.json("/api/connectors/kept/draft").has("draft")).isFalse();
    }

    @Test
    void keepsOnlyWhatTheWriterHasSeen() {
        create("windows");
        String path = "/api/connectors/windows/draft";
        String body = draft(document("windows", ""));
        long first = version(service.send("PUT", path, body, "If-None-Match", "*"));
        long second = version(service.send("PUT", path, body, "If-Match", "\"" + first + "\""));

        assertThat(second).isGreaterThan(first);
        assertThat(service.send("PUT", path, body, "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(service.send("PUT", path, body, "If-Match", "\"" + first + "\"")
                        .body())
                .contains("DRAFT_CHANGED");
        assertThat(service.send("DELETE", path, "", "If-Match", "\"" + first + "\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(service.json(path).at("/draft/version").asLong()).isEqualTo(second);
        // Heard of at another instance, and not here yet.
        assertThat(service.send("PUT", path, body, "If-Match", "\"" + (second + 60_000) + "\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.send("PUT", path, body, "If-Match", "no version").statusCode())
                .isEqualTo(412);
        assertThat(service.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(service.json(path).has("draft")).isFalse();
    }

    private static long version(HttpResponse<String> answer) {
        return Service.JSON.readTree(answer.body()).path("version").asLong();
    }

    @Test
    void keepsNoKeyAndNothingOfAConnectorThatIsNot() {
        create("keyless");

        var withKey = keep("keyless", draft("{\"source\": {\"api-key\": \"a-secret-key\"}}"));

        assertThat(withKey.statusCode()).isEqualTo(400);
        assertThat(service.texts(Topics.DRAFTS)).doesNotContain("a-secret-key");
        assertThat(keep("no-such", draft("{\"source\": {}}")).statusCode()).isEqualTo(404);
    }

    @Test
    void showsADraftToItsOwnerAndToOthersThatThereIsOne() {
        create("shared");
        // Who has not touched hers for years is not told of.
        begun("olga", Instant.EPOCH);
        begun("vera", Instant.now());

        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.json("/api/connectors/shared/draft")
                                .path("others")
                                .size()
                        == 1);

        var seen = service.json("/api/connectors/shared/draft");
        assertThat(seen.has("draft")).isFalse();
        assertThat(seen.at("/others/0/by").asString()).isEqualTo("vera");
        assertThat(seen.toString()).doesNotContain("Hers");
    }

    private static void begun(String owner, Instant at) {
        service.produce(
                Topics.DRAFTS,
                "shared/" + owner,
                new Draft("shared", owner, 0L, document("shared", "Hers"), at.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Drafts are kept with every few letters and not noted, but not everything that is called so is one. */
    @Test
    void theAuditTrailKnowsADraftFromWhatIsOnlyCalledSo() {
        create("trial");
        keep("trial", draft(document("trial", "")));
        service.send("PUT", "/api/users/draft", "{\"role\": \"ADMIN\"}");
        service.send("DELETE", "/api/users/draft", "");

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(service.texts(Topics.AUDIT))
                        .contains("/api/connectors/trial", "/api/users/draft", "DELETE"));
        assertThat(service.texts(Topics.AUDIT)).doesNotContain("/api/connectors/trial/draft");
    }

    private static void name(String connector, String id, String name) {
        service.produce(
                Topics.DICTIONARIES,
                connector + "/" + DictionaryKind.STATUS + "/" + id,
                new DictionaryEntry(connector, DictionaryKind.STATUS, id, name, Map.of(), false));
    }

    private static JsonNode drift() {
        return service.json("/api/connectors/drifting/drift");
    }

    @Test
    void tellsOfStatusesThatChangedSinceTheStagesWereMadeUntilTheyAreSeen() {
        name("drifting", "1", "New");
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        service.json("/api/connectors/drifting/dictionaries").has("status"));
        create("drifting");
        name("drifting", "1", "Fresh");
        name("drifting", "2", "Waiting");

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() ->
                        assertThat(drift().at("/appeared/0/name").asString()).isEqualTo("Waiting"));
        assertThat(drift().at("/renamed/0/before").asString()).isEqualTo("New");
        assertThat(drift().path("vanished").size()).isPositive();

        service.send("POST", "/api/connectors/drifting/drift/seen", "");

        assertThat(drift().path("appeared")).isEmpty();
        assertThat(drift().path("renamed")).isEmpty();
    }

    @Test
    void tellsOfARevisionThatTheFirstPageHoldsNoMore() {
        create("older");
        long first =
                service.json("/api/connectors/older").path("latest-revision").asLong();
        for (int n = 0; n <= HistoryController.PAGE; n++) {
            service.send("PUT", "/api/connectors/older", document("older", "Title " + n), "If-Match", "*");
        }
        long last =
                service.json("/api/connectors/older").path("latest-revision").asLong();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.get(revision("older", last)).statusCode() == 200);

        assertThat(service.json("/api/connectors/older/history").path("entries").findValues("revision"))
                .extracting(JsonNode::asLong)
                .hasSize(HistoryController.PAGE)
                .doesNotContain(first);
        var entry = service.json(revision("older", first));
        assertThat(entry.path("kind").asString()).isEqualTo("created");
        assertThat(entry.at("/configuration/title").asString()).isEqualTo("Shop");
        assertThat(service.json(revision("older", last)).at("/before/title").asString())
                .isEqualTo("Title " + (HistoryController.PAGE - 1));
    }

    private static String revision(String id, Object revision) {
        return "/api/connectors/" + id + "/revisions/" + revision;
    }

    @ParameterizedTest
    @CsvSource({
        "present, 999999999, NO_SUCH_REVISION",
        "present, -1, NO_SUCH_REVISION",
        "present, newest, NO_SUCH_REVISION",
        "never-made, 0, NO_SUCH_CONNECTOR"
    })
    void saysWhyItTellsNothingOfARevision(String id, String revision, String code) {
        create("present");

        var answer = service.get(revision(id, revision));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Service.JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }

    @Test
    void tellsWhatWasChangedAndTheRemoval() {
        create("told");
        service.send("PUT", "/api/connectors/told", document("told", "Renamed"), "If-Match", "*");
        service.send("DELETE", "/api/connectors/told", "", "If-Match", "*");

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(service.json("/api/connectors/told/history")
                                .path("entries")
                                .findValuesAsString("kind"))
                        .containsExactly("removed", "changed", "created"));
        assertThat(service.json("/api/connectors/told/history")
                        .at("/entries/1/before/title")
                        .asString())
                .isEqualTo("Shop");
        assertThat(service.json("/api/removed-connectors")
                        .at("/0/configuration/title")
                        .asString())
                .isEqualTo("Renamed");
    }
}
