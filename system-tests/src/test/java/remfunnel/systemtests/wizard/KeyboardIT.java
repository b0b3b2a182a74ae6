package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;

/** From an empty page to a funnel by keyboard alone: nothing is pointed at, only what has the focus is used. */
@InTheHouse
class KeyboardIT {
    private static final String ID = "by-keyboard";
    private static final int FARTHEST = 120;

    @Test
    void aShopIsConnectedAndShapedWithoutAMouse(Visit visit) {
        Shop shop = visit.shop(40);
        Looker browser = visit.owner("");

        connects(browser.page(), shop);
        visit.awaitOrders(ID, shop);
        filters(browser.page());
        maps(browser.page());
        calculates(browser);
        applies(browser.page());

        assertSaved(visit.office().get("/api/connectors/" + ID).path("configuration"));
    }

    private static void connects(Page page, Shop shop) {
        page.getByText("No shop is connected yet").waitFor();
        reach(page, "Connect RemOnline", "Enter");
        page.getByLabel("Title").waitFor();
        type(page, "Title", "By keyboard");
        type(page, "API key", Shop.KEY);
        reach(page, "Advanced", "Enter");
        type(page, "Address", shop.url().toString());
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*#/edit/" + ID + "/filter"));
    }

    private static void filters(Page page) {
        page.getByText(Pattern.compile("orders? of \\d+ pass")).waitFor();
        reach(page, "Add a condition: Location", "Enter");
        reach(page, "Тверь", "Space");
        page.getByText(Pattern.compile("^1?\\d orders of 40 pass")).waitFor();
        reach(page, "Next", "Enter");
        beginsAtItsTop(page, "Stages · By keyboard · remfunnel");
    }

    /** Who hears the page is not left behind where the link was. */
    private static void beginsAtItsTop(Page page, String title) {
        page.waitForCondition(() -> page.title().equals(title));
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
        assertThat(page.evaluate("() => scrollY")).isEqualTo(0);
    }

    private static void maps(Page page) {
        page.locator(".status").first().waitFor();
        assertThat(page.locator("option:disabled", new Page.LocatorOptions().setHasText("taken by “Оплачен”"))
                        .count())
                .isEqualTo(3);
        reach(page, "Новый", "Space");
        reach(page, "Put here (1)", "Enter");
        reach(page, "Suggest a place for the rest", "Enter");
        reach(page, "Next", "Enter");
    }

    private static void calculates(Looker browser) {
        Page page = browser.page();
        page.getByLabel("Revenue").waitFor();
        type(page, "Revenue", "order tot");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        browser.picture("completion");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Revenue").inputValue()).isEqualTo("total");
        type(page, "Cost", "parts_cost + operations_c");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        page.keyboard().press("Enter");
        page.getByText("For real orders").waitFor();
        assertThat(page.locator("article dl.values dd").first().textContent()).matches("₽[\\d,]+\\.\\d\\d");
        browser.picture("samples");
        reach(page, "Next", "Enter");
    }

    private static void applies(Page page) {
        page.getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        reach(page, "Apply", "Enter");
        page.getByText("See the funnel").waitFor();
        reach(page, "See the funnel", "Enter");
        page.locator(".bar").first().waitFor();
    }

    private static void assertSaved(JsonNode saved) {
        assertThat(saved.at("/filter/conditions").toString())
                .contains("\"include\"", "\"location\"", "\"equals\"", "120001")
                .doesNotContain("120002", "120003");
        assertThat(saved.path("stages")
                        .valueStream()
                        .map(stage -> stage.path("statuses").toString().replace(" ", "")))
                .containsExactly("[900101]", "[900107]", "[900102,900103,900104,900105]", "[900106]");
        assertThat(saved.at("/calculation/revenue").asString()).isEqualTo("total");
        assertThat(saved.at("/calculation/cost").asString()).isEqualTo("parts_cost + operations_cost");
    }

    private static void type(Page page, String name, String text) {
        reach(page, name);
        page.keyboard().type(text);
    }

    private static void reach(Page page, String name, String key) {
        reach(page, name);
        page.keyboard().press(key);
    }

    /** As one who has no mouse: from one thing to the next until it is the one. */
    private static void reach(Page page, String name) {
        for (int n = 0; n < FARTHEST; n++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate("""
                    () => {
                      const { activeElement: it } = document;
                      return it.getAttribute('aria-label') || (it.labels && it.labels.length ? it.labels[0].innerText : it.innerText) || '';
                    }""");
            if (focused.toString().startsWith(name) && page.locator(":focus").isEnabled()) {
                return;
            }
        }
        throw new AssertionError("no way to “" + name + "” with the Tab key at " + page.url());
    }
}
