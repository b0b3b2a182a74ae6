package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.kills.Shop;

/** 10,000 orders, 200 statuses, 300 fields and 50 connectors: no page grows with them. How long each takes is told and not judged. */
@InTheHouse
class ManyIT {
    private static final String ID = "many";
    private static final int ORDERS = 10_000;
    private static final int STATUSES = 200;
    private static final int FIELDS = 300;
    private static final int CONNECTORS = 50;
    private static final int CARDS = 12;
    private static final int SHOWN = 60;
    private static final int ROWS = 50;

    @Test
    void aLargeAccountIsShownAPageAtATime(Visit visit) {
        Shop large = visit.shop(ORDERS);
        grow(large);
        visit.office().connect(ID, large);
        // While its orders come.
        IntStream.rangeClosed(2, CONNECTORS)
                .parallel()
                .forEach(n -> visit.office().configure("branch-" + n, large));
        visit.awaitOrders(ID, large);
        Looker browser = visit.owner("");
        var watch = new Stopwatch(browser.page());

        looksAtConnectors(browser, watch, visit.office());
        looksAtTheFunnel(browser, watch, visit.office());
        filters(browser, watch, visit.office());
        maps(browser, watch);
        calculates(browser, watch);

        watch.tell("many.md");
    }

    private static void grow(Shop shop) {
        for (int n = shop.control().statuses().size(); n < STATUSES; n++) {
            shop.control().addStatus(n == STATUSES - 1 ? "Ждёт курьера" : "Статус " + n, 2 + n % 3);
        }
        for (int n = 0; n < FIELDS; n++) {
            shop.control().addOrderField(n == FIELDS - 1 ? "Гарантийный талон" : "Поле " + n);
        }
    }

    private static void looksAtConnectors(Looker browser, Stopwatch watch, Office office) {
        Page page = browser.page();
        watch.time("50 connectors", () -> page.navigate(office.service().toString()), ".card .counts");
        assertThat(page.locator(".card").count()).isEqualTo(CARDS);
        watch.time("one of 50 by its name", () -> page.getByLabel("Search").fill("branch-49"), ".card:only-child");
        page.getByLabel("Search").fill("");
        for (int shown = CARDS; shown < CONNECTORS; shown += CARDS) {
            int then = Math.min(shown + CARDS, CONNECTORS);
            watch.time("more connectors", () -> more(page), ".card:nth-child(" + then + ")");
            assertThat(page.locator(".card").count()).isEqualTo(then);
        }
        browser.look("connectors-50");
    }

    private static void more(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Show \\d+ more$")))
                .click();
    }

    private static void looksAtTheFunnel(Looker browser, Stopwatch watch, Office office) {
        Page page = browser.page();
        String funnel = office.page("funnel/" + ID).toString();
        watch.time("the funnel of 10,000", () -> page.navigate(funnel), ".bar");
        watch.time("the orders behind a bar of 10,000", () -> unmapped(page), "dialog tbody tr");
        page.getByText("Now in this stage: 10,000 orders").waitFor();
        List<String> first = numbers(page);
        watch.time("their next page", () -> browser.press("Next"), "text=2 / 200");
        List<String> second = numbers(page);
        assertThat(first).hasSize(ROWS).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(ROWS).doesNotHaveDuplicates();
        String orders = "/api/connectors/" + ID + "/orders?page=199";
        assertThat(office.get(orders).path("orders")).hasSize(ROWS);
        browser.picture("funnel-10000");
        watch.time("one of them explained", () -> row(page).click(), ".explanation");
    }

    private static void unmapped(Page page) {
        page.locator(".bar", new Page.LocatorOptions().setHasText("Unmapped")).click();
    }

    private static Locator row(Page page) {
        return page.locator("dialog tbody button").first();
    }

    private static List<String> numbers(Page page) {
        return page.locator("dialog tbody button").allInnerTexts();
    }

    private static void filters(Looker browser, Stopwatch watch, Office office) {
        Page page = browser.page();
        String step = office.page("edit/" + ID + "/filter").toString();
        watch.time("300 fields", () -> page.navigate(step), ".fields-list li");
        assertThat(page.locator(".fields-list li").count()).isEqualTo(SHOWN);
        watch.time(
                "one of 300 by its name",
                () -> page.getByLabel("Search").fill("гарантийный"),
                ".fields-list li:only-child");
        watch.time("how many of 10,000 pass", () -> {}, "text=of 10,000 pass");
        browser.picture("fields-300");
        choosesAmong(browser, watch);
    }

    private static void choosesAmong(Looker browser, Stopwatch watch) {
        Page page = browser.page();
        page.getByLabel("Search").fill("status");
        watch.time("a condition of 200 values", () -> browser.press("Add a condition: Status"), ".condition .check");
        assertThat(page.locator(".condition .check").count()).isEqualTo(SHOWN);
        watch.time(
                "one of 200 values by its name",
                () -> page.getByLabel("Search among the values").fill("курьера"),
                ".condition .check:only-child");
        page.getByLabel("Ждёт курьера").check();
        page.getByLabel("Search among the values").fill("новый");
        assertThat(page.getByLabel("Ждёт курьера").isChecked()).isTrue();
        browser.press("Remove the condition: Status");
    }

    private static void maps(Looker browser, Stopwatch watch) {
        Page page = browser.page();
        watch.time("200 statuses", () -> browser.follow("Next"), ".statuses li");
        assertThat(page.locator(".statuses li").count()).isEqualTo(SHOWN);
        watch.time("one of 200 by its name", () -> page.getByLabel("Search").fill("курьер"), ".statuses li:only-child");
        watch.time("a status chosen", () -> page.locator(".status").click(), ".status[aria-pressed=true]");
        page.getByText("Put here (1)").first().click();
        page.getByLabel("Search").fill("");
        watch.time(
                "all of them given a stage",
                () -> browser.press("Suggest a place for the rest"),
                ".chips li:nth-child(100)");
        browser.picture("statuses-200");
    }

    private static void calculates(Looker browser, Stopwatch watch) {
        Page page = browser.page();
        watch.time("the calculation", () -> browser.follow("Next"), "textarea");
        page.getByLabel("Revenue").fill("");
        watch.time(
                "a completion of 300", () -> page.getByLabel("Revenue").pressSequentially("f92030"), "[role=option]");
        page.keyboard().press("Escape");
        page.getByLabel("Revenue").fill("total");
        page.getByText("For real orders").waitFor();
        watch.time("the plan for 10,000", () -> browser.follow("Next"), ".effects");
    }
}
