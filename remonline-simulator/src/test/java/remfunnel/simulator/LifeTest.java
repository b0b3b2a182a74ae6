package remfunnel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LifeTest {
    @Test
    void theSameSeedLivesTheSameLife() {
        try (var one = Simulator.start(Simulated.options());
                var same = Simulator.start(Simulated.options());
                var other = Simulator.start(Simulated.options().seed(2))) {
            one.control().step(300);
            same.control().step(300);

            assertThat(one.control().truth()).isEqualTo(same.control().truth());
            assertThat(one.control().truth(60_000_005L).v1())
                    .isNotEqualTo(other.control().truth(60_000_005L).v1());
            assertThat(one.control().orderIds()).hasSizeGreaterThan(140);
        }
    }

    @Test
    void ordersMoveByThemselvesUntilPaused() {
        try (var simulator =
                Simulator.start(Simulated.options().clock(Clock.systemUTC()).movesPerSecond(500))) {
            var control = simulator.control();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> control.statistics().moves() > 50);
            control.pauseMover();
            long moves = control.statistics().moves();

            assertThat(control.truth()).isEqualTo(control.truth());
            assertThat(control.statistics().moves()).isEqualTo(moves);
        }
    }

    @Test
    void theHistoryEndsInTheStatusTheOrderIsIn() {
        try (var simulator = Simulator.start(Simulated.options())) {
            simulator.control().step(200);

            assertThat(simulator.control().truth()).allSatisfy(order -> {
                var history = simulator.control().history(order.id());
                assertThat(history.getLast().statusId()).isEqualTo(order.facts().get("status_id"));
                assertThat(history.getFirst().at().getEpochSecond())
                        .isEqualTo(order.facts().get("created_at"));
            });
        }
    }

    @Test
    void aWindowReadForwardsLosesARowWhenThePagesMove() {
        try (var simulator = Simulator.start(Simulated.options())) {
            var browser = new Browser(simulator);
            var window = "/order/?modified_at[]=0&modified_at[]=" + (Simulated.NOW.toEpochMilli() - 1000);
            int before = browser.v1Pages(window).size();
            simulator.control().drift(DriftKind.EDIT, 1);

            var read = new HashSet<>(browser.v1Pages(window));

            assertThat(read).hasSize(before - 1);
            assertThat(browser.v1Pages(window)).hasSize(before - 1);
        }
    }

    @Test
    void aDeletedOrderIsGoneWithoutATrace() {
        try (var simulator = Simulator.start(Simulated.options())) {
            var browser = new Browser(simulator);

            browser.json("DELETE", "/control/orders/60000007", "");

            assertThat(browser.bearer("/order/60000007").status()).isEqualTo(404);
            assertThat(browser.bearer("/order/?ids[]=60000007")
                            .json()
                            .path("count")
                            .asInt())
                    .isZero();
            assertThat(browser.bearer("/v2/orders/60000007/items").status()).isEqualTo(404);
            assertThat(browser.v1Pages("/order/?created_at[]=0")).hasSize(119);
        }
    }

    @Test
    void statusesAreRenamedAddedAndDeletedAsPeopleDo() {
        try (var simulator = Simulator.start(Simulated.options())) {
            var browser = new Browser(simulator);
            int added = simulator.control().addStatus("Согласование", 3);
            simulator.control().move(60_000_009L, added);

            simulator.control().renameStatus(added, "Ждёт ответа");
            var shown = browser.bearer("/order/60000009")
                    .json()
                    .at("/data/status/name")
                    .asString();
            simulator.control().deleteStatus(added);

            assertThat(shown).isEqualTo("Ждёт ответа");
            assertThat(browser.bearer("/statuses").json().path("data")).hasSize(7);
            assertThat(browser.bearer("/v2/orders/statuses")
                            .json()
                            .get(2)
                            .at("/group/type")
                            .asInt())
                    .isEqualTo(3);
            assertThat(browser.bearer("/order/60000009")
                            .json()
                            .at("/data/status/id")
                            .asInt())
                    .isEqualTo(added);
        }
    }

    @Test
    void quirksShowOldShapesNullsAndTextPages() {
        try (var simulator = Simulator.start(Simulated.options().allQuirks())) {
            var browser = new Browser(simulator);

            var first = browser.bearer("/order/").json();
            var second = browser.bearer("/order/?page=2").json();

            var old = first.path("data").get(2);
            assertThat(first.path("page").isString()).isTrue();
            assertThat(second.path("data")).hasSize(51);
            assertThat(second.path("data").get(0)).isEqualTo(first.path("data").get(49));
            assertThat(old.at("/order_type/title").isString()).isTrue();
            assertThat(old.has("uuid")).isFalse();
            assertThat(old.path("estimated_cost").isInt()).isTrue();
        }
    }

    @Test
    void aKeySeesItsLocationsAlone() {
        try (var simulator = Simulator.start(Simulated.options())) {
            var browser = new Browser(simulator);

            browser.json("POST", "/control/visibility", "{\"locations\":[120001]}");

            var seen = browser.v1Pages("/order/");
            assertThat(seen).hasSizeBetween(10, 80);
            assertThat(Set.copyOf(seen.stream()
                            .map(row -> row.path("branch_id").asInt())
                            .toList()))
                    .containsExactly(120001);
        }
    }
}
