package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.OrderTruth;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.json.JsonMapper;

/** What the step of stages shows of the source's statuses. */
@InTheHouse
class StagesIT {
    private static final String ID = "statuses";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A filter that is narrow today says nothing of where a status belongs. */
    @Test
    void aStatusHoldsAllOfItsOrdersAndSaysHowManyCount(Visit visit) {
        Shop shop = visit.shop(60);
        visit.connectMapped(ID, shop);
        String name = commonest(shop);
        BigDecimal middle =
                in(shop, name).sorted().toList().get((int) in(shop, name).count() / 2);
        Page page = visit.owner("edit/" + ID + "/stages").page();
        Locator status = page.locator(".statuses li")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name)));
        assertThat(status.locator("b")).hasText(Long.toString(in(shop, name).count()));
        assertThat(status).not().containsText("of them count");

        visit.office().change(ID, config -> config.set("filter", JSON.readTree("""
                        {"match": "all", "conditions": [{"include": {"field": "total", "operator": "greater", "values": ["%s"]}}]}""".formatted(middle.toPlainString()))));

        long counting =
                in(shop, name).filter(total -> total.compareTo(middle) > 0).count();
        assertThat(status)
                .containsText(
                        counting + " of them count",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(Looker.PATIENCE_MS));
        assertThat(status.locator("b")).hasText(Long.toString(in(shop, name).count()));
    }

    /** The name of the status that most orders have. */
    private static String commonest(Shop shop) {
        return shop.truth().stream()
                .map(StagesIT::status)
                .max(Comparator.comparingLong(name -> in(shop, name).count()))
                .orElseThrow();
    }

    /** What each order of a status totals. */
    private static Stream<BigDecimal> in(Shop shop, String status) {
        return shop.truth().stream()
                .filter(order -> status(order).equals(status))
                .map(order -> (BigDecimal) order.facts().get("total"));
    }

    private static String status(OrderTruth order) {
        return order.facts().get("status_name").toString();
    }
}
