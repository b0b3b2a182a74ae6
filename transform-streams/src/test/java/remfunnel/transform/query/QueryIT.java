package remfunnel.transform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import remfunnel.UnmappedPolicy;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class QueryIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ORDERS = 40;
    private static final long GONE = 8;
    private static final List<Shop> SHOPS =
            IntStream.range(0, 8).mapToObj(each -> new Shop("shop-" + each)).toList();
    private static Fleet fleet;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        fleet = new Fleet(directory);
        fleet.launch();
        fleet.launch();
        // Who knows where another's connector is has joined.
        for (int instance : List.of(0, 1)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> SHOPS.stream()
                            .anyMatch(shop ->
                                    fleet.bean(instance, Whereabouts.class).of(shop.id())
                                            instanceof Whereabouts.Place.Elsewhere));
        }
        SHOPS.forEach(QueryIT::fill);
        SHOPS.forEach(shop -> await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .until(() ->
                        explained(0, shop, ORDERS).path("standing").asString("").equals("IN_FUNNEL")));
    }

    private static void fill(Shop shop) {
        fleet.send(
                Topics.DICTIONARIES, Keys.dictionary(shop.id(), shop.location().getKind(), "2"), shop.location());
        fleet.send(Topics.CONFIG, shop.id(), shop.config().build());
        LongStream.rangeClosed(1, ORDERS)
                .forEach(id -> fleet.send(Topics.ORDERS, Keys.order(shop.id(), id), shop.order(id)));
        fleet.send(Topics.ORDERS, Keys.order(shop.id(), GONE), shop.gone(GONE, 20));
        fleet.send(Topics.ORDERS, Keys.order(shop.id(), 1), shop.order(1, Shop.PAID, 30));
        fleet.send(Topics.ORDERS, Keys.order(shop.id(), ORDERS), shop.order(ORDERS));
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    private static JsonNode explained(int instance, Shop shop, long order) {
        return JSON.readTree(fleet.get(instance, "/internal/connectors/" + shop.id() + "/orders/" + order)
                .body());
    }

    private static JsonNode explained(long order) {
        return explained(0, SHOPS.getFirst(), order);
    }

    @Test
    void answersAlikeWhicheverInstanceIsAsked() {
        var elsewhere = List.of(0, 1).stream()
                .map(instance -> SHOPS.stream()
                        .filter(shop -> fleet.bean(instance, Whereabouts.class).of(shop.id())
                                instanceof Whereabouts.Place.Elsewhere)
                        .toList())
                .toList();

        assertThat(elsewhere).allSatisfy(shops -> assertThat(shops).isNotEmpty());
        assertThat(SHOPS).allSatisfy(shop -> assertThat(explained(0, shop, 2)).isEqualTo(explained(1, shop, 2)));
        assertThat(SHOPS).allSatisfy(shop -> assertThat(planned(0, shop)).isEqualTo(planned(1, shop)));
    }

    @Test
    void explainsAnOrderThatCounts() {
        var order = explained(1);

        assertThat(order.path("standing").asString()).isEqualTo("IN_FUNNEL");
        assertThat(order.path("restating").asBoolean()).isFalse();
        assertThat(order.path("stage").path("id").asString()).isEqualTo("paid");
        assertThat(order.path("fact").path("revenue").asString()).isEqualTo("99.4700");
        var revenue = order.path("formulas").get(0);
        assertThat(revenue.path("amount").asString()).isEqualTo("99.4700");
        assertThat(revenue.path("coefficients").get(0).path("valid-from").asString())
                .isEqualTo("2025-07-01");
        assertThat(revenue.path("steps").get(0).path("part").asString()).isEqualTo("total * rate");
        assertThat(order.path("transitions")).hasSize(2);
        assertThat(order.path("transitions").get(1).path("why").path("en").asString())
                .contains("2026-01-10T08:10:05Z");
    }

    @Test
    void showsThePayloadToTheByteAndLogsNoneOfIt(CapturedOutput log) {
        var body = fleet.get(0, "/internal/connectors/shop-0/orders/1").body();

        assertThat(body).contains("\"discount_sum\":0E+3", "\"price\":101.50,");
        assertThat(explained(1).path("event").path("topic").asString()).isEqualTo("remonline.orders");
        assertThat(log.getAll()).doesNotContain("discount_sum");
    }

    @Test
    void explainsAnOrderWhoseEventTheTopicLetGo() throws Exception {
        var forgotten = SHOPS.stream()
                .filter(shop -> partition(shop) != partition(SHOPS.getFirst()))
                .findFirst()
                .orElseThrow();
        fleet.forget(Topics.ORDERS, forgotten.id());

        var order = explained(0, forgotten, 2);

        assertThat(order.path("event").has("payload")).isFalse();
        assertThat(order.path("event").path("offset").isIntegralNumber()).isTrue();
        assertThat(order.path("fact").path("stage_id").asString()).isEqualTo("paid");
    }

    private static int partition(Shop shop) {
        return Fleet.partition(Topics.ORDERS, shop.id());
    }

    @Test
    void namesTheConditionThatKeepsAnOrderOut() {
        var order = explained(Shop.ELSEWHERE);

        var condition = order.path("filter").path("conditions").get(0);
        assertThat(order.path("standing").asString()).isEqualTo("FILTERED_OUT");
        assertThat(order.path("filter").path("passes").asBoolean()).isFalse();
        assertThat(explained(1).path("filter").path("passes").asBoolean()).isTrue();
        assertThat(condition.path("decides").asBoolean()).isTrue();
        assertThat(condition.path("seen").path("name").asString()).isEqualTo("Тверь");
        assertThat(order.has("fact")).isFalse();
    }

    @Test
    void explainsWhatIsDroppedGoneOrUnknown() {
        assertThat(explained(7).path("standing").asString()).isEqualTo("DROPPED");
        assertThat(explained(7).path("stage").path("status-id").asLong()).isEqualTo(Shop.STRANGE);
        assertThat(explained(GONE).path("standing").asString()).isEqualTo("DELETED");
        assertThat(explained(GONE).path("event").path("kind").asString()).isEqualTo("DELETED");
        assertThat(explained(4711).path("standing").asString()).isEqualTo("UNKNOWN");
    }

    @Test
    void plansWithoutTouchingWhatIsThere() {
        var plan = planned(0, SHOPS.getFirst());

        assertThat(plan.path("orders").asLong()).isEqualTo(ORDERS - 1);
        assertThat(plan.path("changes").path("enters").asLong()).isEqualTo(5);
        assertThat(plan.path("flows").get(0).path("to").asString()).isEqualTo("_unmapped");
        assertThat(plan.path("flows")
                        .get(0)
                        .path("orders")
                        .path("samples")
                        .get(0)
                        .path("number")
                        .asString())
                .isEqualTo("A7");
        assertThat(plan.at("/newly-unmapped/0/status-id").asLong()).isEqualTo(Shop.STRANGE);
        assertThat(plan.at("/newly-unmapped/0/orders/count").asLong()).isEqualTo(5);
        assertThat(plan.path("statuses"))
                .filteredOn(row -> row.path("status-id").asLong() == Shop.STRANGE)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path("orders").asLong()).isEqualTo(5);
                    assertThat(row.at("/before/orders").asLong()).isZero();
                    assertThat(row.at("/after/orders").asLong()).isEqualTo(5);
                });
        assertThat(explained(7).path("standing").asString()).isEqualTo("DROPPED");
    }

    @Test
    void refusesADraftThatMakesNoFunnel() {
        var draft = SHOPS.getFirst().config().setRevenue("totall").build();

        var answer = fleet.post(0, "/internal/connectors/shop-0/plan", fleet.bytes(Topics.CONFIG, draft));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).path("en").asString()).contains("totall");
    }

    private static JsonNode planned(int instance, Shop shop) {
        var draft = shop.config().setUnmapped(UnmappedPolicy.KEEP).build();
        var answer =
                fleet.post(instance, "/internal/connectors/" + shop.id() + "/plan", fleet.bytes(Topics.CONFIG, draft));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
