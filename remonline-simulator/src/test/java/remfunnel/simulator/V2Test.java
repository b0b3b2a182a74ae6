package remfunnel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class V2Test {
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
    void ordersAreSortedByTheirLastChange() {
        var rising = browser.bearer("/v2/orders?sort=modified_at").json();
        var falling = browser.bearer("/v2/orders?sort=-modified_at").json();

        var times = rising.path("data")
                .valueStream()
                .map(row -> row.path("modified_at").asString())
                .toList();
        assertThat(times).hasSize(50).isSorted();
        assertThat(rising.at("/paging/total_pages").asInt()).isEqualTo(3);
        assertThat(falling.path("data").get(0).path("modified_at").asString()).isGreaterThan(times.getLast());
    }

    @Test
    void fieldsAreThoseOfTheSamples() {
        var order = Simulated.sample("v2-orders-page1.json").path("data").get(1);
        var item = Simulated.sample("v2-order-items.json").get(0);
        var id = simulator.control().create(StatusPaths.WORK, OrderEdit.lines(Line.part("Винт", "4", "25", "3.5")));

        var row = browser.bearer("/v2/orders?ids[]=" + id).json().path("data").get(0);
        var items = browser.bearer("/v2/orders/" + id + "/items").json();

        assertThat(row.propertyNames()).containsExactlyInAnyOrderElementsOf(order.propertyNames());
        assertThat(row.path("total").asString()).isEqualTo("100.00");
        assertThat(row.path("closed_at").isNull()).isTrue();
        assertThat(items.get(0).propertyNames()).containsExactlyElementsOf(item.propertyNames());
        assertThat(items.get(0).path("quantity").asString()).isEqualTo("4.00");
        assertThat(items.get(0).path("cost").asString()).isEqualTo("3.50");
    }

    @Test
    void millisecondsInAFilterAreRefused() {
        var refused = browser.bearer("/v2/orders?modified_at[]=2026-01-02T10:00:00.000Z");
        var taken = browser.bearer("/v2/orders?modified_at[]=2026-01-02T10:00:00Z&modified_at[]=2026-02-02T10:00:00Z");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/modified_at/0").asString()).isEqualTo("Not a valid datetime.");
        assertThat(taken.json()
                        .path("data")
                        .valueStream()
                        .map(row -> row.path("modified_at").asString()))
                .isNotEmpty()
                .allMatch(time -> time.startsWith("2026-01-") || time.startsWith("2026-02-0"));
    }

    @Test
    void bothFacesTellTheSame() {
        assertThat(simulator.control().truth()).allSatisfy(order -> {
            var v1 = Browser.MAPPER.readTree(order.v1());
            var v2 = Browser.MAPPER.readTree(order.v2());
            var total = v1.path("price")
                    .decimalValue()
                    .subtract(v1.path("discount_sum").decimalValue());
            assertThat(new BigDecimal(v2.path("total").asString())).isEqualByComparingTo(total);
            assertThat((BigDecimal) order.facts().get("total")).isEqualByComparingTo(total);
        });
    }
}
