package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import remfunnel.config.openid.TestProvider;
import remfunnel.schemas.Topics;

/** What is tried with logins by OpenID Connect. */
@ExtendWith(OutputCaptureExtension.class)
class OpenIdAttacksIT {
    private static OpenIdHouse house;

    @BeforeAll
    static void start(@TempDir Path directory) {
        house = new OpenIdHouse(directory, Map.of());
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void aViewerChangesNothingAndLogsOutLikeOthers() {
        var viewer = house.welcome("viktor", "everyone");

        assertThat(viewer.sends("GET /api/status", "").statusCode()).isEqualTo(200);
        assertThat(List.of("PUT /api/connectors/a", "POST /api/tokens", "PUT /api/users/eve", "POST /api/password"))
                .allSatisfy(endpoint -> assertThat(viewer.sends(endpoint, "{}").statusCode())
                        .as(endpoint)
                        .isEqualTo(403));
        assertThat(viewer.withCsrf("").sends("POST /api/logout", "").body()).contains("NO_CSRF_TOKEN");
        assertThat(viewer.copy().sends("POST /api/logout", "").statusCode()).isEqualTo(200);
        assertThat(viewer.sends("GET /api/session", "").statusCode()).isEqualTo(401);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("nonce", set -> house.provider.signed(with(set, "nonce", "another"))),
                lie("no nonce", set -> house.provider.signed(with(set, "nonce", null))),
                lie("audience", set -> house.provider.signed(with(set, "aud", "another-client"))),
                lie("issuer", set -> house.provider.signed(with(set, "iss", "https://login.evil.example"))),
                lie(
                        "expired",
                        set -> house.provider.signed(
                                with(set, "exp", Instant.now().minusSeconds(120).getEpochSecond()))),
                lie("forged", set -> house.provider.forged(set)),
                lie("unsigned", set -> new PlainJWT(set).serialize()),
                lie("garbage", set -> "a.b.c"));
    }

    private static Arguments lie(String name, Function<JWTClaimsSet, String> lie) {
        return Arguments.of(name, lie);
    }

    private static JWTClaimsSet with(JWTClaimsSet honest, String claim, Object value) {
        return new JWTClaimsSet.Builder(honest).claim(claim, value).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aTokenThatDoesNotHoldLetsNobodyIn(String name, Function<JWTClaimsSet, String> lie) {
        house.provider.expects(OpenIdHouse.person("liar", "it")).signs(lie);
        var guest = house.guest();

        assertThat(house.comes(guest)).isEqualTo("/login.html?problem=INVALID");
        assertThat(guest.session()).isNull();
        assertThat(house.service.json("/api/users").findValuesAsString("name")).doesNotContain("liar");
    }

    @Test
    void whoComesBackIsWhoWent() {
        house.provider.expects(OpenIdHouse.person("mallory", "it"));
        var mallory = house.guest();
        String back = house.wayBack(mallory);
        var victim = house.guest();
        victim.sends(OpenIdHouse.BEGIN, "");

        assertThat(OpenIdHouse.location(victim.sends(back, ""))).isEqualTo("/login.html?problem=STALE");
        assertThat(OpenIdHouse.location(house.guest().sends(back, ""))).isEqualTo("/login.html?problem=STALE");
        assertThat(victim.session()).isNull();
        assertThat(OpenIdHouse.location(mallory.sends(back, ""))).isEqualTo("/");
    }

    @Test
    void aCodeIsGoodOnce() {
        house.provider.expects(OpenIdHouse.person("tanya", "everyone"));
        var guest = house.guest();
        String back = house.wayBack(guest);
        var copy = guest.copy();
        guest.sends(back, "");

        assertThat(OpenIdHouse.location(copy.sends(back, ""))).isEqualTo("/login.html?problem=REFUSED");
    }

    @ParameterizedTest
    @CsvSource({"access_denied, DECLINED", "server_error, REFUSED", "<script>, REFUSED"})
    void whatTheProviderRefusesIsToldInOurWords(String error, String problem) {
        var guest = house.guest();
        String state = state(guest);

        String back = "GET /api/login/openid/callback?error="
                + error.replace("<", "%3C").replace(">", "%3E") + "&error_description=come-to-evil.example&state="
                + state;

        assertThat(OpenIdHouse.location(guest.sends(back, ""))).isEqualTo("/login.html?problem=" + problem);
    }

    private static String state(Guest guest) {
        URI away = URI.create(OpenIdHouse.location(guest.sends(OpenIdHouse.BEGIN, "")));
        return TestProvider.parameters(away.getRawQuery()).get("state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"next=https://evil.example/", "redirect_uri=https://evil.example/", "continue=//evil.example"})
    void noRequestLeadsElsewhere(String parameter) {
        house.provider.expects(OpenIdHouse.person("oskar", "everyone"));
        var guest = house.guest();
        String away = OpenIdHouse.location(guest.sends(OpenIdHouse.BEGIN + "?" + parameter, ""));

        assertThat(away).startsWith(house.provider.issuer() + "/authorize?").doesNotContain("evil");
        assertThat(TestProvider.parameters(URI.create(away).getRawQuery()))
                .containsEntry("redirect_uri", house.service.url() + "/api/login/openid/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(OpenIdHouse.location(guest.sends(house.wayBack(guest) + "&" + parameter, "")))
                .isEqualTo("/");
    }

    @Test
    void aNameThatIsTakenHereIsNotTakenOver() {
        house.provider.expects(OpenIdHouse.person(FirstAdmin.NAME, "it"));
        assertThat(house.comes(house.guest())).isEqualTo("/login.html?problem=TAKEN");

        house.welcome("twin", "everyone");
        house.provider.expects(Map.of("sub", "somebody-else", "preferred_username", "twin", "groups", "it"));
        assertThat(house.comes(house.guest())).isEqualTo("/login.html?problem=TAKEN");
    }

    @Test
    void whoHasNoPasswordLogsInWithNone() {
        house.welcome("paula", "it");

        assertThat(List.of("nobody's", " ", "openid"))
                .allSatisfy(
                        guess -> assertThat(house.guest().logsIn("paula", guess).statusCode())
                                .as(guess)
                                .isIn(400, 401));
        assertThat(house.service.send("POST", "/api/users/paula/password", "").body())
                .contains("OF_PROVIDER");
        assertThat(house.service
                        .send("PUT", "/api/users/paula", "{\"role\": \"ADMIN\"}")
                        .body())
                .contains("OF_PROVIDER");
    }

    @Test
    void secretsStandInNoTopicAndNoLog(CapturedOutput output) {
        var guest = house.welcome("silent", "it");
        house.provider
                .expects(OpenIdHouse.person("silent", "it"))
                .signs(set -> house.provider.signed(with(set, "nonce", "another")));
        var refused = house.guest();
        state(refused);
        var attempt = refused.cookie(OpenIdAttempts.COOKIE);
        house.comes(house.guest());
        String everything = house.service.texts(Topics.USERS) + house.service.texts(Topics.AUDIT) + output;
        Map<String, String> secrets = new HashMap<>();
        house.provider.secrets.forEach(secret -> secrets.put(secret, "of the house.provider"));
        secrets.putAll(Map.of(guest.session(), "session", attempt, "attempt"));

        assertThat(everything).contains("silent", "its nonce is another one");
        assertThat(secrets)
                .hasSizeGreaterThan(6)
                .allSatisfy((secret, whose) ->
                        assertThat(everything.contains(secret)).as(whose).isFalse());
    }
}
