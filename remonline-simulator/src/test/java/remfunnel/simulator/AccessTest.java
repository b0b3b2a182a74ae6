package remfunnel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String KEY = SimulatorOptions.DEFAULT_KEY;

    @Test
    void aKeyIsTakenFromFormJsonAndQuery() {
        try (var simulator = Simulator.start(Simulated.options())) {
            var browser = new Browser(simulator);

            var json = browser.json("POST", "/token/new", "{\"api_key\":\"" + KEY + "\"}");
            var query = browser.get("/token/new/?api_key=" + KEY);

            assertThat(browser.token()).matches("[0-9a-f]{40}");
            assertThat(json.json().path("token").asString()).matches("[0-9a-f]{40}");
            assertThat(query.json().path("success").asBoolean()).isTrue();
            assertThat(query.date()).isEqualTo("Wed, 4 Mar 2026 05:06:07 GMT");
        }
    }

    @Test
    void refusalsCarryTheirCodes() {
        try (var simulator = Simulator.start(Simulated.options())) {
            var browser = new Browser(simulator);
            var token = browser.token();

            simulator.control().expireTokens();

            assertThat(browser.get("/order/?token=" + token).status()).isEqualTo(403);
            assertThat(browser.get("/order/?token=" + token).json().path("code").asInt())
                    .isEqualTo(101);
            assertThat(browser.get("/order/").json().path("code").asInt()).isEqualTo(100);
            assertThat(browser.form("/token/new", "api_key", "wrong")
                            .json()
                            .path("code")
                            .asInt())
                    .isEqualTo(111);
            assertThat(browser.get("/token/new").json().path("code").asInt()).isEqualTo(110);
            assertThat(browser.get("/v2/orders").status()).isEqualTo(401);
        }
    }

    @Test
    void aTokenLivesForItsTimeAndOutlivesANewerOne() {
        var options = Simulated.options().clock(Clock.systemUTC());
        try (var simulator = Simulator.start(options);
                var brief = Simulator.start(options.tokenTtl(Duration.ofNanos(1)))) {
            var browser = new Browser(simulator);

            var first = browser.token();
            var second = browser.token();

            assertThat(first).isNotEqualTo(second);
            assertThat(browser.get("/statuses/?token=" + first).status()).isEqualTo(200);
            assertThat(browser.get("/v2/orders?token=" + second).status()).isEqualTo(200);
            var late = new Browser(brief);
            assertThat(late.get("/statuses/?token=" + late.token()).status()).isEqualTo(403);
        }
    }

    @Test
    void aRevokedKeyAndAnExpiredTariffAreRefusedUntilTheyAreNot() {
        try (var simulator = Simulator.start(Simulated.options())) {
            var browser = new Browser(simulator);
            simulator.control().revokeKey();
            var revoked = browser.bearer("/v2/orders").status();
            simulator.control().restoreKey();
            simulator.control().refuseTariff(true);

            var tariff = browser.bearer("/order/");
            simulator.control().refuseTariff(false);

            assertThat(revoked).isEqualTo(401);
            assertThat(tariff.status()).isEqualTo(403);
            assertThat(tariff.json().path("message").asString()).contains("expired");
            assertThat(browser.bearer("/order/").status()).isEqualTo(200);
        }
    }

    @Test
    void theFourthRequestAtOnceIsTooMany() {
        var limit = new RateLimit(3, () -> 5);

        var admitted = java.util.stream.IntStream.range(0, 4).mapToObj(i -> limit.admits("key"));

        assertThat(admitted).containsExactly(true, true, true, false);
        assertThat(limit.admits("other")).isTrue();
    }

    @Test
    void accountsOfTwoKeysShareIdsAndNothingElse() {
        try (var simulator = Simulator.start(Simulated.options().keys(KEY, "other-key"))) {
            simulator.control(1).delete(60_000_001L);

            var first = simulator.control(0).truth(60_000_002L);

            assertThat(simulator.control(0).orderIds()).contains(60_000_001L);
            assertThat(simulator.control(1).truth(60_000_002L).v1()).isNotEqualTo(first.v1());
        }
    }
}
