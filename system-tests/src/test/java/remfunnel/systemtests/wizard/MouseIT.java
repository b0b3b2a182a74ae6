package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.OrderEdit;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;

/** The steps with the mouse, moved and pressed as a hand does: what is dragged, double-clicked and clicked ends where it was meant to. */
@InTheHouse
class MouseIT {
    private static final int PATH = 12;
    private static final int NEW = 900101;

    /** As from another window. */
    private static final String DROP_OF_A_TEXT = """
            container => {
              const dataTransfer = new DataTransfer();
              dataTransfer.setData('text/plain', 'some text');
              container.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
            }
            """;

    @Test
    void aHandOnTheMouseShapesAFunnel(Visit visit) {
        Shop shop = visit.shop(40);
        visit.connect("mouse", shop);
        Looker browser = visit.owner("edit/mouse/filter");

        countsWhatComes(browser.page(), shop);
        filters(browser.page());
        browser.follow("Next");
        maps(browser.page());
        browser.follow("Next");
        calculates(browser);
        apply(browser);

        assertSaved(visit.office().get("/api/connectors/mouse").path("configuration"));
    }

    private static void apply(Looker browser) {
        browser.follow("Next");
        browser.page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        browser.press("Apply");
        browser.follow("See the funnel");
        browser.page().waitForURL(Pattern.compile(".*#/funnel/mouse"));
    }

    private static void assertSaved(JsonNode saved) {
        assertThat(saved.at("/filter/conditions").toString())
                .contains("\"location\"", "120001")
                .doesNotContain("order_type");
        assertThat(saved.at("/stages/0/statuses")).hasSize(2);
        assertThat(saved.at("/stages/1/statuses")).hasSize(1);
        assertThat(saved.at("/calculation/revenue").asString()).isEqualTo("total - discount_sum");
        assertThat(saved.at("/calculation/cost").asString()).isEqualTo("parts_cost + operations_cost");
    }

    /** Without a hand moved, and only where somebody may see it. */
    private static void countsWhatComes(Page page, Shop shop) {
        page.getByText("40 orders of 40 pass").waitFor();
        hide(page, true);
        List<Request> asked = new ArrayList<>();
        page.onRequest(asked::add);
        for (int polls = 0; polls < 2; polls++) {
            page.waitForResponse(response -> response.url().endsWith("/mouse/draft"), () -> {});
        }
        assertThat(asked).extracting(Request::url).noneMatch(url -> url.endsWith("/draft/plan"));
        hide(page, false);
        shop.control().create(NEW, OrderEdit.NOTHING);
        page.getByText("41 orders of 41 pass").waitFor();
    }

    /** As behind another tab. */
    private static void hide(Page page, boolean isHidden) {
        page.evaluate("""
                hidden => {
                  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""", isHidden);
    }

    /** One field dragged, one double-clicked; that one goes again. */
    private static void filters(Page page) {
        drag(page, field(page, "Location"), page.locator(".drop"));
        page.getByLabel("Тверь").check();
        page.getByText(Pattern.compile("^1?\\d orders of 41 pass")).waitFor();
        field(page, "Order type").dblclick();
        assertThat(page.locator(".condition legend").allInnerTexts()).containsExactly("Location", "Order type");
        page.getByLabel("Remove the condition: Order type").click();
        page.getByText(Pattern.compile("^1?\\d orders of 41 pass")).waitFor();
    }

    /** Two statuses at once, which were chosen, and one that was not. */
    private static void maps(Page page) {
        Locator statuses = page.locator(".statuses li");
        statuses.nth(0).locator(".status").click();
        statuses.nth(1).locator(".status").click();
        drag(page, statuses.nth(1), page.locator(".container").nth(0));
        assertThat(page.locator(".container").nth(0).locator(".chips li").count())
                .isEqualTo(2);
        page.locator(".container").nth(1).evaluate(DROP_OF_A_TEXT);
        drag(page, statuses.nth(2), page.locator(".container").nth(1));
        assertThat(page.locator(".container").nth(1).locator(".chips li").count())
                .isEqualTo(1);
    }

    /** A field dragged where the pointer lets it go, a completion clicked, a double-click, a plus, an operator's button. */
    private static void calculates(Looker browser) {
        Page page = browser.page();
        Locator revenue = page.getByLabel("Revenue");
        Locator cost = page.getByLabel("Cost", new Page.GetByLabelOptions().setExact(true));
        drag(page, field(page, "Order total"), revenue);
        assertThat(revenue.inputValue()).isEqualTo("total");
        revenue.fill("");
        revenue.pressSequentially("order tot");
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(revenue.inputValue()).isEqualTo("total");
        browser.press("-");
        revenue.pressSequentially(" disc");
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(revenue.inputValue()).isEqualTo("total - discount_sum");
        cost.click();
        page.getByLabel("Search").fill("parts cost");
        field(page, "Cost of parts").dblclick();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("+").setExact(true))
                .last()
                .click();
        page.getByLabel("Search").fill("operations_cost");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Insert: ")))
                .click();
        assertThat(cost.inputValue()).isEqualTo("parts_cost + operations_cost");
        page.getByText("For real orders").waitFor();
        browser.look("calculation-by-mouse");
    }

    private static Locator field(Page page, String title) {
        return page.locator(
                ".fields-list li", new Page.LocatorOptions().setHas(page.getByText(Pattern.compile("^" + title))));
    }

    private static void drag(Page page, Locator from, Locator to) {
        from.scrollIntoViewIfNeeded();
        to.scrollIntoViewIfNeeded();
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        page.mouse().move(start.x + start.width / 3, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 3, end.y + end.height / 3, new Mouse.MoveOptions().setSteps(PATH));
        page.mouse().up();
    }
}
