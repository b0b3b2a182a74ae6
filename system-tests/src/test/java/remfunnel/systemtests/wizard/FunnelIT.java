package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.Fault;
import remfunnel.simulator.OrderEdit;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.Shop;

/** What the funnel says where not all is known, and when nothing is heard: a connector of a real account, and figures that no such account would have; and how it follows what moves. */
@InTheHouse
class FunnelIT {
    private static final String ID = "figures";
    private static final String MOVING = "moving";
    private static final int MAPPED = 4;
    private static final int NEW = 900101;
    private static final int CLOSED = 900106;
    private static final Pattern FIGURES = Pattern.compile("/api/connectors/" + ID + "/funnel\\b");
    private static final String ANYTHING = "**/api/**";
    private static final int MONTHS = 26;
    /** Of the stages, and of the orders in none. */
    private static final int BARS = 4;

    /** Not where the browser is. */
    private static final DateTimeFormatter WHERE_THE_SHOP_IS =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Moscow"));

    /** Failures first; money that is known of all orders, of some, and of none. */
    private static final String STAGES = """
            {"lost": {"orders": 2, "entered": 2, "reached": 2, "revenue": "0.0000", "cost": "0.0000", "margin": "0.0000", "without-revenue": 2, "without-cost": 2},
             "inquiry": {"orders": 3, "entered": 9, "reached": 10, "revenue": "-300.0000", "cost": "40.0000", "margin": "-340.0000", "without-revenue": 0, "without-cost": 1},
             "paid": {"orders": 5, "entered": 6, "reached": 5, "revenue": "1000.0000", "cost": "0.0000", "margin": "1000.0000", "without-revenue": 0, "without-cost": 5}}""";

    /** All of them together. */
    private static final String SUM = """
            {"orders": 10, "entered": 17, "revenue": "700.0000", "cost": "40.0000", "margin": "660.0000", "without-revenue": 2, "without-cost": 8}""";

    @Test
    void theFunnelSaysWhatItKnowsAndNoMore(Visit visit) {
        Shop shop = visit.shop(5);
        connect(visit.office(), shop);
        visit.awaitOrders(ID, shop);
        Looker browser = visit.owner("");
        var eyes = new Eyes(browser);

        isStillRead(browser, visit.office());
        tellsWhatIsKnown(browser, eyes);
        savesWhatIsSeen(browser.page());
        Looker vera = visit.stranger("ru-RU");
        vera.openAs(visit.office().owner(), visit.office().page(""));
        tellsThatTheSourceIsAway(vera.page(), visit.office(), shop);
        tellsThatTheServiceIsAway(vera, visit.office());
        tellsThatTheConnectorIsGone(browser, visit.office());

        eyes.judge();
    }

    /** Orders that stand in a stage at the source, and a page that is not left. */
    @Test
    void theChartFollowsAnOrderThatMoves(Visit visit) {
        Shop shop = visit.shop(20);
        long order = shop.control().create(NEW, OrderEdit.NOTHING);
        visit.connectMapped(MOVING, shop);
        Page page = visit.owner("funnel/" + MOVING).page();
        page.getByLabel("Bars show").selectOption("orders");
        Locator counts = page.locator(".bar-count");
        String[] before = standing(shop);
        assertThat(counts).hasText(before);
        page.evaluate("() => { window.stayed = true; }");

        shop.pass(Duration.ofSeconds(10));
        shop.control().move(order, CLOSED);

        String[] after = standing(shop);
        Assertions.assertThat(after).containsExactly(added(before[0], -1), before[1], added(before[2], 1), before[3]);
        assertThat(counts).hasText(after);
        Assertions.assertThat(page.evaluate("() => window.stayed")).isEqualTo(true);
    }

    /** New, then those that are worked on, closed and refused: as {@link Office#map} places them. */
    private static String[] standing(Shop shop) {
        int[] counts = new int[MAPPED];
        shop.truth().forEach(order -> {
            int status = (int) order.facts().get("status_id");
            counts[status == NEW ? 0 : Math.max(1, status - CLOSED + 2)]++;
        });
        return IntStream.of(counts).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private static String added(String count, int more) {
        return Integer.toString(Integer.parseInt(count) + more);
    }

    private static void connect(Office office, Shop shop) {
        office.send("PUT", "/api/connectors/" + ID, """
                {"connector": "%s", "title": "Shop", "source": {"api": "v1", "base-url": "%s", "poll-every": "1s"},
                 "time-zone": "Europe/Moscow", "currency": "RUB", "stages": [
                  {"id": "lost", "title": "Lost", "marker": "failure", "statuses": []},
                  {"id": "inquiry", "title": "Inquiries", "marker": "initial", "statuses": []},
                  {"id": "paid", "title": "=1+1", "marker": "success", "statuses": []}]}
                """.formatted(ID, shop.url()), "If-None-Match", "*");
        office.send("PUT", "/api/connectors/" + ID + "/credentials", "{\"api-key\": \"" + Shop.KEY + "\"}");
    }

    /** An instance that was started a moment ago. */
    private static void isStillRead(Looker browser, Office office) {
        Page page = browser.page();
        answer(
                page,
                "{\"version\": 1, \"complete\": false, \"stages\": {}, \"locations\": {}, \"months\": {}, \"of-locations\": {}, \"of-months\": {}}");
        page.navigate(office.page("funnel/" + ID).toString());
        page.getByText("The orders are still being read").waitFor();
        assertThat(page.getByText("No orders here")).hasCount(0);
        page.unroute(FIGURES);
    }

    private static void answer(Page page, String figures) {
        page.route(
                FIGURES,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(figures)));
    }

    private static String figures() {
        return """
                {"version": 1, "complete": true, "through": {"inquiry": ["inquiry", "paid", "lost"]}, "stages": %s, "locations": {"7": %s}, "months": {%s}, "of-locations": {"7": %s}, "of-months": {%s}}""".formatted(STAGES, STAGES, months(STAGES), SUM, months(SUM));
    }

    private static String months(String each) {
        return IntStream.range(0, MONTHS)
                .mapToObj(n -> "\"" + YearMonth.of(2024, 1).plusMonths(n) + "\": " + each)
                .collect(Collectors.joining(","));
    }

    private static void tellsWhatIsKnown(Looker browser, Eyes eyes) {
        Page page = browser.page();
        answer(page, figures());
        Locator bars = page.locator(".bar");
        page.getByText("=1+1").first().waitFor();
        assertThat(bars.nth(1))
                .containsText("Inquiries10100%-₽300cost ₽40not known for 1margin -₽340not known for all");
        assertThat(bars.nth(2)).containsText("=1+1550%of former 50%₽1,000cost —margin —");
        assertThat(bars.nth(0)).containsText("Lost220%—cost —margin —");
        Locator rows = panel(page, "By stage").locator("tbody tr");
        assertThat(rows.nth(1)).hasText("Inquiries10100%—93-₽300₽40not known for 1-₽340not known for all");
        assertThat(rows.nth(2)).hasText("=1+1550%50%65₽1,000——");
        Locator location = panel(page, "By location: orders that came this far").locator("tbody tr");
        assertThat(location.first()).hasText("72105₽700not known for 2₽40not known for 8₽660not known for all");
        page.getByLabel("Bars show").selectOption("orders");
        assertThat(panel(page, "By location: orders there now")
                        .locator("tbody tr")
                        .first())
                .containsText("7235");
        assertThat(panel(page, "By month")).containsText("Older months are left out here: 2.");
        eyes.see("funnel-partly-known");
    }

    private static Locator panel(Page page, String heading) {
        return page.locator(
                "section.panel",
                new Page.LocatorOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))));
    }

    private static void savesWhatIsSeen(Page page) {
        page.getByLabel("Created from").fill("2024-01-01");
        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> Assertions.assertThat(saved(page))
                        .contains("""
                        "2024-01-01","","","","","Inquiries","10","1.0000","","9","3","-300.0000","40.0000","-340.0000","0","1","RUB\"""")
                        .contains("""
                        "7","","'=1+1","5","0.5000","0.5000","6","5","1000.0000","","","0","5","RUB\"""")
                        .contains("\"2024-01\",\"Lost\"", "\"2026-02\",\"Lost\""));
        page.getByLabel("Created from").fill("");
    }

    private static String saved(Page page) throws IOException {
        var file = page.waitForDownload(() -> page.getByText("Save as CSV").click());
        return Files.readString(file.path());
    }

    /** Since when, in the reader's language and where the shop is. */
    private static void tellsThatTheSourceIsAway(Page page, Office office, Shop shop) {
        page.navigate(office.page("funnel/" + ID).toString());
        page.locator(".bar").first().waitFor();
        shop.control().inject(Fault.sometimes(1, Fault.Kind.BAD_GATEWAY_HTML, "/"));
        Locator told = page.getByText(Pattern.compile("не отвечает как должен с .+; попытки продолжаются сами"));
        told.waitFor();
        String since = office.get("/api/status/" + ID).at("/ingest/since").asString();
        assertThat(told).containsText(WHERE_THE_SHOP_IS.format(Instant.parse(since)));
    }

    private static void tellsThatTheServiceIsAway(Looker browser, Office office) {
        Page page = browser.page();
        browser.expectRefusal("/api/");
        page.route(ANYTHING, Route::abort);
        page.getByText("Служба недоступна").first().waitFor();
        assertThat(page.locator("main > .problem")).containsText("Показаны данные на ");
        assertThat(page.locator(".bar")).hasCount(BARS);
        assertThat(page.locator(".state")).hasCount(0);
        browser.picture("funnel-away");
        page.unroute(ANYTHING);
        page.navigate(office.page("edit/" + ID + "/stages").toString());
        page.locator(".status").first().waitFor();
        page.route(ANYTHING, Route::abort);
        page.locator("main > .problem").getByText("Служба недоступна").first().waitFor();
    }

    private static void tellsThatTheConnectorIsGone(Looker browser, Office office) {
        browser.expectRefusal("/api/connectors/" + ID);
        office.send("DELETE", "/api/connectors/" + ID, "", "If-Match", "*");
        browser.page().getByText("There is no connector '" + ID + "'.").first().waitFor();
        assertThat(browser.page().locator(".bar")).hasCount(0);
    }
}
