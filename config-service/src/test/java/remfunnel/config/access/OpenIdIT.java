package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import remfunnel.config.Service;
import remfunnel.schemas.Topics;

/** Logins with OpenID Connect. */
class OpenIdIT {
    private static OpenIdHouse house;

    @BeforeAll
    static void start(@TempDir Path directory) {
        house = new OpenIdHouse(
                directory,
                Map.of("remfunnel.config.openid.redirect-uri", "http://localhost/api/login/openid/callback"));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"vera, everyone, VIEWER", "oleg, managers, OPERATOR", "Ada@Shop.example, it, ADMIN"})
    void theProviderGivesTheRole(String name, String group, String role) {
        var guest = house.welcome(name, "all", group);

        var session = Service.JSON.readTree(guest.sends("GET /api/session", "").body());

        assertThat(session.path("name").asString()).isEqualTo(name.toLowerCase(Locale.ROOT));
        assertThat(session.path("role").asString()).isEqualTo(role);
        assertThat(session.path("password").asBoolean(true)).isFalse();
    }

    @Test
    void theLoginPageLearnsTheNameOfTheButton() {
        assertThat(house.guest().sends("GET /api/login", "").body())
                .isEqualToIgnoringWhitespace("{\"passwords\":true,\"openid\":{\"name\":\"Shop ID\"}}");
    }

    @Test
    void whoHasNoRoleIsRefusedAndEarlierSessionsEnd() {
        var guest = house.welcome("nora", "everyone");
        house.provider.expects(OpenIdHouse.person("nora", "guests"));
        var again = house.guest();

        assertThat(house.comes(again)).isEqualTo("/login.html?problem=NO_ROLE");
        assertThat(again.session()).isNull();
        assertThat(guest.sends("GET /api/session", "").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherRoleHoldsFromTheNextLogin() {
        var before = house.welcome("petr", "it");
        var after = house.welcome("petr", "everyone");

        assertThat(after.sends("GET /api/session", "").body()).contains("VIEWER");
        assertThat(before.sends("GET /api/session", "").statusCode()).isEqualTo(401);
    }

    @Test
    void newKeysOfTheProviderAreFound() {
        house.welcome("rita", "everyone");
        house.provider.changesKeys();

        assertThat(house.welcome("rita", "everyone")
                        .sends("GET /api/session", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherNameOfTheSamePersonTakesThePlaceOfTheFirst() {
        house.welcome("maiden", "it");
        house.provider.expects(Map.of("sub", "id-of-maiden", "preferred_username", "married", "groups", "it"));

        assertThat(house.comes(house.guest())).isEqualTo("/");
        assertThat(house.service.json("/api/users").findValuesAsString("name"))
                .contains("married")
                .doesNotContain("maiden");
    }

    @Test
    void aNameThatNobodyCanHaveIsRefused() {
        house.provider.expects(OpenIdHouse.person("Иван Иванов", "it"));

        assertThat(house.comes(house.guest())).isEqualTo("/login.html?problem=BAD_NAME");
    }

    @Test
    void groupsThatAreToldOnlyWhereAskedForCountToo() {
        house.provider.expects(Map.of("sub", "id-of-ulla", "preferred_username", "ulla"));
        house.provider.tellsOnRequest(Map.of("sub", "id-of-ulla", "groups", List.of("sellers")));
        var guest = house.guest();
        assertThat(house.comes(guest)).isEqualTo("/");
        assertThat(guest.sends("GET /api/session", "").body()).contains("OPERATOR");

        house.provider.tellsOnRequest(Map.of("sub", "somebody-else", "groups", List.of("it")));
        assertThat(house.comes(house.guest())).isEqualTo("/login.html?problem=INVALID");
    }

    @Test
    void anotherInstanceEndsWhatOneBeganAndNeitherNeedsPasswords() {
        try (var other = house.service.another(Map.of("remfunnel.config.passwords", "false"))) {
            house.provider.expects(OpenIdHouse.person("balanced", "everyone"));
            var guest = house.guest();
            String back = house.wayBack(guest);
            var there = guest.at(other.url());

            assertThat(OpenIdHouse.location(there.sends(back, ""))).isEqualTo("/");
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> there.at(house.service.url())
                                    .sends("GET /api/session", "")
                                    .statusCode()
                            == 200);
            assertThat(there.logsIn("admin", "whatever it is").body()).contains("NO_PASSWORDS");
        }
    }

    @Test
    void withoutTheProviderTheServiceStartsAndPasswordsOpenIt() {
        try (var alone = house.service.another(Map.of("remfunnel.config.openid.issuer", "http://127.0.0.1:1"))) {
            var guest = new Guest(alone.url());
            String password = Service.JSON
                    .readTree(alone.send("PUT", "/api/users/konrad", "{\"role\": \"VIEWER\"}")
                            .body())
                    .path("password")
                    .asString();

            assertThat(OpenIdHouse.location(guest.sends(OpenIdHouse.BEGIN, ""))).isEqualTo("/login.html?problem=AWAY");
            assertThat(guest.logsIn("konrad", password).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theAuditTrailTellsWhoCameByWhat() {
        house.welcome("anton", "everyone");
        house.provider.expects(OpenIdHouse.person("fiona"));
        house.comes(house.guest());

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(house.service.texts(Topics.AUDIT))
                        .contains("anton", "fiona", "/api/login/openid/callback")
                        .doesNotContain("code="));
    }
}
