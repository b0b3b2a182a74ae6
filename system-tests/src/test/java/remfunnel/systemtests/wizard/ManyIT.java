package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;

/** 10,000 orders, 200 statuses, 300 fields and 50 connectors: no page grows with them. How long each takes is told and not judged. */
class ManyIT {
    private static final int ORDERS = 10_000;
    private static final int STATUSES = 200;
    private static final int FIELDS = 300;
    private static final int CONNECTORS = 50;

    @TempDir
    private Path directory;

    @BeforeEach
    void thereIsABrowser() {
        assumeThat(Chromium.isInstalled() || System.getenv("CI") != null).isTrue();
    }

    @Test
    void aLargeAccountIsShownAPageAtATime() {
        try (var large = new Shop(ORDERS, 5, Duration.ZERO);
                var machine = LocalMachine.thatHolds(directory.resolve("data"), "many.log");
                var browser = new Chromium("en-US")) {
            grow(large);
            machine.startAndWait();
            var office = Office.of(machine);
            office.connect("shop", large);
            for (int n = 2; n <= CONNECTORS; n++) {
                office.configure("branch-" + n, large);
            }
            await().atMost(Duration.ofMinutes(5)).until(() -> held(office) == ORDERS);
            browser.openAs(office.owner(), office.service());

            var watch = new Stopwatch(browser.page());
            looksAtConnectors(browser, watch, office);
            looksAtTheFunnel(browser, watch, office);
            takesTheSteps(browser, watch, office);
            calculates(browser, watch);

            watch.tell();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void grow(Shop shop) {
        for (int n = shop.control().statuses().size(); n < STATUSES; n++) {
            shop.control().addStatus("Статус " + n, 2 + n % 3);
        }
        for (int n = 0; n < FIELDS; n++) {
            shop.control().addOrderField("Поле " + n);
        }
    }

    private static int held(Office office) {
        return office.get("/api/status/shop")
                .at("/transform/counters/in_funnel")
                .asInt(0);
    }

    private static void looksAtConnectors(Chromium browser, Stopwatch watch, Office office) {
        Page page = browser.page();
        watch.time("50 connectors", () -> page.navigate(office.service().toString()), ".card .counts");
        assertThat(page.locator(".card").count()).isEqualTo(12);
        watch.time("one of 50 by its name", () -> page.getByLabel("Search").fill("branch-49"), ".card:only-child");
        page.getByLabel("Search").fill("");
        for (int shown = 24; shown < CONNECTORS + 12; shown += 12) {
            watch.time(
                    "more connectors",
                    () -> page.getByText(Pattern.compile("^Show ")).click(),
                    ".card:nth-child(" + Math.min(shown, CONNECTORS) + ")");
        }
        browser.pictures("connectors-50");
    }

    private static void looksAtTheFunnel(Chromium browser, Stopwatch watch, Office office) {
        Page page = browser.page();
        String funnel = office.page("funnel/shop").toString();
        watch.time("the funnel of 10,000", () -> page.navigate(funnel), ".bar");
        watch.time(
                "the orders behind a bar",
                () -> page.locator(".bar", new Page.LocatorOptions().setHasText("Unmapped"))
                        .click(),
                "dialog tbody tr");
        assertThat(page.locator("dialog tbody tr").count()).isEqualTo(50);
        watch.time("their next page", () -> browser.press("Next"), "dialog .actions button:enabled:first-child");
        browser.picture("funnel-10000");
    }

    private static void takesTheSteps(Chromium browser, Stopwatch watch, Office office) {
        Page page = browser.page();
        watch.time(
                "300 fields",
                () -> page.navigate(office.page("edit/shop/filter").toString()),
                ".fields-list li");
        assertThat(page.locator(".fields-list li").count()).isEqualTo(60);
        watch.time(
                "one of 300 by its name",
                () -> page.getByLabel("Search").fill("f920305"),
                ".fields-list li:only-child");
        page.getByText("of 10,000 pass").waitFor();
        browser.picture("fields-300");
        watch.time("200 statuses", () -> browser.follow("Next"), ".statuses li:nth-child(200)");
        watch.time("a status chosen", () -> page.locator(".status").nth(100).click(), ".status[aria-pressed=true]");
        watch.time(
                "all of them given a stage",
                () -> browser.press("Suggest a place for the rest"),
                ".chips li:nth-child(100)");
        browser.picture("statuses-200");
    }

    private static void calculates(Chromium browser, Stopwatch watch) {
        Page page = browser.page();
        watch.time("the calculation", () -> browser.follow("Next"), "textarea");
        page.getByLabel("Revenue").fill("");
        watch.time(
                "a completion of 300", () -> page.getByLabel("Revenue").pressSequentially("f92030"), "[role=option]");
        page.keyboard().press("Escape");
        page.getByLabel("Revenue").fill("total");
        browser.follow("Next");
        watch.time(
                "the plan for 10,000",
                () -> page.getByRole(AriaRole.HEADING).getByText("By month").waitFor(),
                ".effects");
    }
}
