package remfunnel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class V1OrderListTest {
    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.start(Simulated.options());
        browser = new Browser(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void pagesHoldFiftyRowsAndThePagePastTheEndIsEmpty() {
        var token = browser.token();

        var third = browser.get("/order/?page=3&token=" + token).json();
        var fourth = browser.get("/order?page=4&token=" + token);

        assertThat(browser.get("/order/?token=" + token).json().path("data")).hasSize(50);
        assertThat(third.path("data")).hasSize(20);
        assertThat(third.path("count").asInt()).isEqualTo(120);
        assertThat(fourth.status()).isEqualTo(200);
        assertThat(fourth.json().path("data")).isEmpty();
        assertThat(fourth.json().path("success").asBoolean()).isTrue();
    }

    @Test
    void rowsAreSortedByCreationNotByChange() {
        var rows = browser.v1Pages("/order/");

        assertThat(rows.stream().map(row -> row.path("id").asLong())).isSorted();
        assertThat(rows.stream().map(row -> row.path("created_at").asLong())).isSorted();
        assertThat(rows.stream().map(row -> row.path("modified_at").asLong()).toList())
                .isNotEqualTo(rows.stream()
                        .map(row -> row.path("modified_at").asLong())
                        .sorted()
                        .toList());
        assertThat(browser.bearer("/order/?sort_dir=desc")
                        .json()
                        .path("data")
                        .get(0)
                        .path("id")
                        .asLong())
                .isEqualTo(60_000_120L);
    }

    @Test
    void windowsAreInclusiveAndOfMilliseconds() {
        var all = browser.v1Pages("/order/");
        long from = all.get(20).path("modified_at").asLong();
        long to = from + 40L * 86_400_000;
        var expected = all.stream()
                .filter(row -> row.path("modified_at").asLong() >= from
                        && row.path("modified_at").asLong() <= to)
                .toList();

        var window = browser.v1Pages("/order/?modified_at[]=" + from + "&modified_at%5B%5D=" + to);

        assertThat(window).isEqualTo(expected).isNotEmpty();
        assertThat(browser.v1Pages("/order/?created_at[]="
                        + all.get(100).path("created_at").asLong()))
                .isEqualTo(all.subList(100, 120));
    }

    @Test
    void filtersAreCombined() {
        var all = browser.v1Pages("/order/");

        var some = browser.v1Pages("/order/?statuses[]=900106&statuses[]=900107&branches[]=120001");

        assertThat(some)
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(row -> row.path("status").path("group").asInt() > 5
                                && row.path("branch_id").asInt() == 120001)
                        .toList());
        assertThat(browser.v1Pages("/order/?ids[]=60000003&ids[]=1")).hasSize(1);
        assertThat(browser.v1Pages(
                        "/order/?id_labels[]=" + all.get(7).path("id_label").asString()))
                .containsExactly(all.get(7));
        assertThat(browser.v1Pages("/order/?clients_ids[]="
                        + all.get(7).path("client").path("id").asLong()))
                .contains(all.get(7));
    }

    @Test
    void decimalsKeepTheScaleOfTheDatabase() {
        var id = simulator.control().create(StatusPaths.WORK, OrderEdit.lines(Line.part("Винт", "1.5", "650", "0")));
        simulator.control().edit(id, OrderEdit.paid("2500.50"));

        var body = browser.bearer("/order/" + id).body();

        assertThat(body)
                .contains("\"price\":975.00", "\"price\":650.00000", "\"amount\":1.500", "\"cost\":0E+3")
                .contains("\"payed\":2500.5,", "\"discount_sum\":0.0", "\"discount_value\":0.0");
        assertThat(body).containsPattern("\"estimated_cost\":\"\\d+\"");
    }

    @Test
    void fieldsAreThoseOfTheSamples() {
        var known = Simulated.sample("v1-order-list-page1.json").path("data");

        var rows = browser.v1Pages("/order/");

        var names = known.valueStream()
                .flatMap(row -> row.propertyStream())
                .map(entry -> entry.getKey())
                .distinct()
                .toList();
        var line = known.get(0).path("parts").get(0).propertyNames();
        assertThat(rows).allSatisfy(row -> {
            assertThat(names).containsAll(row.propertyNames());
            assertThat(row.propertyNames()).containsAll(always(known));
            row.path("parts")
                    .forEach(part -> assertThat(part.propertyNames()).containsExactlyInAnyOrderElementsOf(line));
        });
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.path("asset").isEmpty()).isTrue());
        assertThat(rows)
                .anySatisfy(
                        row -> assertThat(row.at("/asset/warehouse/client_id").asString("x"))
                                .isEmpty());
        assertThat(rows)
                .noneSatisfy(row -> assertThat(row.path("closed_at").isNull()).isTrue());
    }

    @Test
    void sumsOfTheOrderAreThoseOfItsLines() {
        assertThat(browser.v1Pages("/order/")).allSatisfy(row -> {
            var sum = BigDecimal.ZERO;
            for (var lines : List.of(row.path("parts"), row.path("operations"))) {
                for (var line : lines) {
                    sum = sum.add(line.path("price")
                            .decimalValue()
                            .multiply(line.path("amount").decimalValue()));
                }
            }
            assertThat(row.path("price").decimalValue()).isEqualByComparingTo(sum);
        });
    }

    @Test
    void badParametersAreValidationErrors() {
        var reply = browser.bearer("/order/?page=abc");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/message/validation/page/0").asString()).isEqualTo("Must be an integer");
        assertThat(browser.bearer("/order/?" + "ids[]=1&".repeat(61)).status()).isEqualTo(414);
    }

    private static List<String> always(JsonNode known) {
        return known.get(0).propertyNames().stream()
                .filter(name -> !name.equals("manager_id"))
                .filter(name -> known.valueStream().allMatch(row -> row.has(name)))
                .toList();
    }
}
