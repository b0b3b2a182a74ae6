package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.config.Service;
import tools.jackson.databind.JsonNode;

/** Two instances on one Kafka, as a balancer has them: what one was told, the other knows, and what one ended is over at both. */
class InstancesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SESSION = "GET /api/session";
    private static final String STATUS = "GET /api/status";

    private static Service one;
    private static Service other;

    @BeforeAll
    static void start(@TempDir Path directory) {
        one = new Service(directory);
        other = one.another(Map.of());
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    /** Who logged in at the first with his own password. */
    private static Guest person(String name) {
        String made = one.send("PUT", "/api/users/" + name, "{\"role\": \"OPERATOR\"}")
                .body();
        var guest = new Guest(one.url());
        guest.settlesIn(name, Service.JSON.readTree(made).path("password").asString());
        return guest;
    }

    /** The same at the second, once that has read of him. */
    private static Guest atTheOther(Guest guest) {
        var there = guest.at(other.url());
        awaitAnswer(there, SESSION, 200);
        return there;
    }

    private static void awaitAnswer(Guest guest, String endpoint, int status) {
        await().atMost(PATIENCE).until(() -> guest.sends(endpoint, "").statusCode() == status);
    }

    private static void create(String id) {
        assertThat(one.send("PUT", path(id), Guest.connector(id, "total"), "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(201);
    }

    private static String path(String id) {
        return "/api/connectors/" + id;
    }

    private static String etag(Service instance, String id) {
        return instance.get(path(id)).headers().firstValue("ETag").orElse("");
    }

    @Test
    void aSessionOfOneWritesAtTheOtherWithItsOwnToken() {
        var there = atTheOther(person("sara")).saying("If-None-Match", "*");
        String document = Guest.connector("written", "total");

        assertThat(there.withCsrf("forged")
                        .sends("PUT " + path("written"), document)
                        .body())
                .contains("NO_CSRF_TOKEN");
        assertThat(there.sends("PUT " + path("written"), document).statusCode()).isEqualTo(201);

        await().atMost(PATIENCE)
                .until(() -> etag(one, "written"), tag -> !tag.isEmpty() && tag.equals(etag(other, "written")));
    }

    @Test
    void aDraftGoesOnWhereverItsOwnerComes() {
        create("begun");
        var dora = person("dora");
        var there = atTheOther(dora);
        String begun = "{\"revision\": 0, \"configuration\": " + Guest.connector("begun", "total - 1") + "}";

        assertThat(dora.sends("PUT " + path("begun") + "/draft", begun).statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> draft(there)
                        .at("/draft/configuration/calculation/revenue")
                        .asString("")
                        .equals("total - 1"));

        there.sends("DELETE " + path("begun") + "/draft", "");
        await().atMost(PATIENCE).until(() -> !draft(dora).has("draft"));
    }

    private static JsonNode draft(Guest guest) {
        return Service.JSON.readTree(
                guest.sends("GET " + path("begun") + "/draft", "").body());
    }

    @Test
    void aTokenThatIsRevokedAtOneOpensNeither() {
        var made = Service.JSON.readTree(one.send("POST", "/api/tokens", Guest.json("title", "bi", "role", "VIEWER"))
                .body());
        var program = new Guest(one.url()).bearing(made.path("token").asString());
        awaitAnswer(program.at(other.url()), STATUS, 200);
        assertThat(program.sends(STATUS, "").statusCode()).isEqualTo(200);

        other.send("DELETE", "/api/tokens/" + made.path("id").asString(), "");

        assertThat(program.at(other.url()).sends(STATUS, "").statusCode()).isEqualTo(401);
        awaitAnswer(program, STATUS, 401);
    }

    @Test
    void aLogoutAtOneEndsTheSessionAtBoth() {
        var lena = person("lena");
        var there = atTheOther(lena);

        assertThat(there.sends("POST /api/logout", "").statusCode()).isEqualTo(200);

        awaitAnswer(lena, SESSION, 401);
    }

    @Test
    void aWriteThatHasNotSeenWhatOneWroteIsRefusedAtTheOther() {
        create("stale");
        String seen = etag(one, "stale");
        await().atMost(PATIENCE).until(() -> etag(other, "stale").equals(seen));
        one.send("PUT", path("stale"), Guest.connector("stale", "total - 1"), "If-Match", seen);
        String written = etag(one, "stale");
        assertThat(written).isNotEqualTo(seen);
        await().atMost(PATIENCE).until(() -> etag(other, "stale").equals(written));

        assertThat(other.send("PUT", path("stale"), Guest.connector("stale", "total - 2"), "If-Match", seen)
                        .statusCode())
                .isEqualTo(412);

        assertThat(etag(other, "stale")).isEqualTo(written);
    }
}
