package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.OrderEdit;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.node.ObjectNode;

/** Names that are pieces of a page, from the source and from whoever edits, and an address that is none. */
@InTheHouse
class HostileIT {
    private static final String ID = "hostile";
    private static final String CONNECTOR = "/api/connectors/" + ID;
    private static final String NAME = "<img src=x onerror=window.hit=1><script>window.hit=1</script>";
    private static final int NEW = 900101;
    private static final int TVER = 120001;

    @Test
    void aNameIsTextWhereverItIsShown(Visit visit) {
        Office office = visit.office();
        connect(visit);
        Looker browser = visit.owner("");

        showsACard(browser);
        showsTheFunnel(browser.page(), office);
        showsTheHistory(browser.page(), office);
        goesThroughTheSteps(browser, office);
        assertNothingRan(browser.page());
        showsTheFirstPageWhereAnAddressIsBroken(browser.page(), office);
    }

    private static void connect(Visit visit) {
        Shop shop = visit.shop(10);
        shop.control().renameStatus(NEW, NAME);
        shop.control().renameLocation(TVER, NAME);
        shop.control().create(NEW, OrderEdit.location(TVER));
        visit.connectMapped(ID, shop);
        visit.office().change(ID, config -> {
            config.put("title", NAME);
            ((ObjectNode) config.path("stages").get(0)).put("title", NAME);
        });
    }

    private static void showsACard(Looker browser) {
        Page page = browser.page();
        awaitName(page.locator(".card h2"));
        browser.press("Actions of " + NAME);
        item(page, "Change access");
        browser.press("Close");
        browser.press("Actions of " + NAME);
        item(page, "Remove");
        awaitName(page.getByRole(AriaRole.DIALOG));
        browser.press("Keep it");
        assertNothingRan(page);
    }

    private static void item(Page page, String action) {
        page.getByRole(AriaRole.MENUITEM)
                .getByText(action, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void showsTheFunnel(Page page, Office office) {
        page.navigate(office.page("funnel/" + ID).toString());
        awaitName(page.locator("h1"));
        awaitName(page.locator(".bar-title"));
        awaitName(page.locator("section.panel", new Page.LocatorOptions().setHasText("By location"))
                .locator("th[scope=row]"));
        page.locator(".places summary").click();
        awaitName(page.locator(".places"));
        page.locator(".places summary").click();
        page.getByLabel("Bars show").selectOption("orders");
        page.locator(".bar").first().click();
        awaitName(page.locator("dialog h2"));
        awaitName(page.locator("dialog td"));
        page.locator("dialog tbody button").first().click();
        awaitName(page.locator(".explanation"));
        page.getByText("As RemOnline sent it").click();
        awaitName(page.locator(".explanation pre"));
        page.keyboard().press("Escape");
        assertNothingRan(page);
    }

    private static void showsTheHistory(Page page, Office office) {
        page.navigate(office.page("history/" + ID).toString());
        page.getByText("Title: “Shop” → “" + NAME + "”").waitFor();
        page.getByText("Stage “Inquiries” is called “" + NAME + "”").waitFor();
        page.getByText("Status “" + NAME + "”: no stage → “Inquiries”").waitFor();
        assertNothingRan(page);
    }

    /** Begun with a coefficient that no form would take. */
    private static void goesThroughTheSteps(Looker browser, Office office) {
        Page page = browser.page();
        begin(office);
        page.navigate(office.page("edit/" + ID + "/filter").toString());
        awaitName(page.locator(".condition"));
        browser.press("Title, time zone, currency");
        assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("Title").inputValue())
                .isEqualTo(NAME);
        browser.press("Done");
        browser.follow("Next");
        awaitName(page.locator(".status-name"));
        awaitName(page.locator(".chips"));
        assertThat(page.getByLabel("Title of the stage").first().inputValue()).isEqualTo(NAME);
        browser.follow("Next");
        awaitName(page.locator(".coefficient legend"));
        page.locator(".problem")
                .getByText(Pattern.compile("coefficient"))
                .first()
                .waitFor();
        assertNothingRan(page);
        page.locator(".coefficient").getByLabel("Remove").click();
        browser.follow("Next");
        page.getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        awaitName(page.locator("th[scope=row]"));
    }

    private static void begin(Office office) {
        ObjectNode config = office.latest(ID);
        ((ObjectNode) config.path("filter"))
                .putArray("conditions")
                .addObject()
                .putObject("include")
                .put("field", "location")
                .put("operator", "equals")
                .putArray("values")
                .add(TVER);
        ((ObjectNode) config.path("calculation"))
                .putObject("coefficients")
                .putArray(NAME)
                .addObject()
                .put("from", "2020-01-01")
                .put("value", "0");
        office.send("PUT", CONNECTOR + "/draft", """
                {"revision": %d, "configuration": %s}""".formatted(
                        office.get(CONNECTOR).path("latest-revision").asLong(), config));
    }

    private static void awaitName(Locator where) {
        where.getByText(NAME)
                .or(where.filter(new Locator.FilterOptions().setHasText(NAME)))
                .first()
                .waitFor();
    }

    private static void assertNothingRan(Page page) {
        assertThat(page.evaluate("() => window.hit === undefined && !document.querySelector('[onerror]')"))
                .isEqualTo(true);
    }

    /** Followed on a page that is there, and opened as the first. */
    private static void showsTheFirstPageWhereAnAddressIsBroken(Page page, Office office) {
        page.navigate(office.service() + "#/funnel/%");
        page.locator(".card").waitFor();
        page.reload();
        page.locator(".card").waitFor();
    }
}
