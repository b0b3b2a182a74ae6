package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.OrderTruth;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;
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

    /** Its orders go on standing in it: they belong somewhere too. */
    @Test
    void aStatusThatRemOnlineHasNoMoreIsPlacedAllTheSame(Visit visit) {
        Shop shop = visit.shop(60);
        visit.connect(ID, shop);
        String name = commonest(shop);
        long orders = in(shop, name).count();
        shop.control().deleteStatus(idOf(shop, name));
        Looker browser = visit.owner("edit/" + ID + "/stages");
        Locator status = browser.page()
                .locator(".statuses li", new Page.LocatorOptions().setHasText("not in RemOnline any more"));
        assertThat(status).containsText(name);
        assertThat(status.locator("b")).hasText(Long.toString(orders));

        status.locator(".status").click();
        browser.page().getByLabel("Put here (1): Leads").click();
        apply(browser, "See the funnel");

        assertThat(browser.page().locator(".bar", new Page.LocatorOptions().setHasText("Leads")))
                .containsText(Long.toString(orders));
        Assertions.assertThat(visit.office().latest(ID).at("/stages/1/statuses").toString())
                .isEqualTo("[" + idOf(shop, name) + "]");
    }

    @Test
    void containersAreMadeMovedMarkedAndRemoved(Visit visit) {
        visit.connectMapped(ID, visit.shop(40));
        Looker browser = visit.owner("edit/" + ID + "/stages");
        Page page = browser.page();
        Locator titles = page.getByLabel("Title of the stage");
        assertThat(titles).hasCount(4);

        browser.press("Make “Доставка” a stage");
        assertThat(titles.last()).hasValue("Доставка");
        browser.press("Move “Доставка” up");
        browser.press("Move “Доставка” up");
        browser.press("Move “Доставка” down");
        browser.press("+ Add a stage");
        titles.last().fill("Waiting");
        page.getByLabel("Marker of “Waiting”").selectOption("in-progress");
        browser.press("Take “Закрыт” out");
        browser.press("Remove “Lost”");
        apply(browser, "");

        JsonNode stages = visit.office().latest(ID).path("stages");
        Assertions.assertThat(stages.valueStream()
                        .map(each -> each.path("title").asString() + " "
                                + each.path("marker").asString("-") + " " + each.path("statuses")))
                .containsExactly(
                        "Inquiries initial [900101]",
                        "Leads in-progress [900102,900103,900104]",
                        "Paid success []",
                        "Доставка - [900105]",
                        "Waiting in-progress []");
    }

    /** There, and from every other step by the name that it has there. */
    @Test
    void whatIsWrongWithAStageIsSaidAtTheStage(Visit visit) {
        visit.connectMapped(ID, visit.shop(10));
        Looker browser = visit.owner("edit/" + ID + "/stages");
        Page page = browser.page();

        page.getByLabel("Title of the stage").nth(1).fill(" ");

        assertThat(page.locator(".container").nth(1).locator("[role=alert]")).hasCount(1);
        assertThat(page.locator(".container [role=alert]")).hasCount(1);
        browser.follow("Calculation");
        assertThat(page.locator("main [role=alert]")).containsText("Stages, stage “ ”: ");
        page.locator("main [role=alert] a").click();
        page.getByLabel("Title of the stage").nth(1).fill("Leads");
        assertThat(page.locator("main [role=alert]")).hasCount(0);
    }

    /** The first who gives statuses a stage is told that all is connected. */
    private static void apply(Looker browser, String connected) {
        browser.follow("Review");
        browser.page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        browser.press("Apply");
        if (!connected.isEmpty()) {
            browser.follow(connected);
        }
        browser.page().waitForURL(Pattern.compile(".*#/funnel/" + ID));
    }

    private static int idOf(Shop shop, String status) {
        return shop.truth().stream()
                .filter(order -> status(order).equals(status))
                .map(order -> (int) order.facts().get("status_id"))
                .findFirst()
                .orElseThrow();
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
