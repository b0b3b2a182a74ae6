package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.kills.Shop;

@InTheHouse
class WizardIT {
    private static final int ORDERS = 60;

    @Test
    void aShopIsConnectedMappedAndSeen(Visit visit) {
        Looker browser = visit.stranger("ru-RU");
        browser.open(visit.office().service());

        connect(browser, visit.shop(ORDERS));
        map(browser);
        calculate(browser);
        apply(browser);

        PlaywrightAssertions.assertThat(browser.page().locator(".bar-count").first())
                .hasText(Integer.toString(ORDERS));
        listsWhatTheBarCounts(browser.page());
        assertThat(visit.office()
                        .get("/api/connectors/lavka")
                        .at("/configuration/time-zone")
                        .asString())
                .isEqualTo("Europe/Moscow");
    }

    /** Not those alone that are there now. */
    private static void listsWhatTheBarCounts(Page page) {
        page.locator(".bar").first().click();
        page.getByText("Дошли до этапа: " + ORDERS).waitFor();
    }

    private static void connect(Looker browser, Shop shop) {
        browser.follow("Подключить RemOnline");
        browser.page().getByLabel("Название").fill("Лавка");
        // The shop's, which is not the browser's.
        browser.page().getByLabel("Часовой пояс").selectOption("Europe/Moscow");
        browser.page().getByText("Дополнительно").click();
        browser.page().getByLabel("Адрес").fill(shop.url().toString());
        browser.page().getByLabel("Ключ API").fill("a key that is wrong");
        browser.press("Подключить");
        browser.page().getByText("не принимает этот ключ").waitFor();
        browser.picture("wrong-key");
        browser.page().getByLabel("Ключ API").fill(Shop.KEY);
        browser.press("Подключить");
        browser.page().getByText("Условий нет: считаются все заказы").waitFor();
        browser.follow("Далее");
    }

    /** One by mouse, the rest by a click. */
    private static void map(Looker browser) {
        browser.page()
                .locator(".statuses li")
                .first()
                .dragTo(browser.page().locator(".container").first());
        browser.page().locator(".container").first().locator(".chips li").waitFor();
        browser.press("Предложить места остальным");
        browser.picture("stages");
        browser.follow("Далее");
    }

    private static void calculate(Looker browser) {
        browser.page().getByLabel("Выручка").fill("total * tootal");
        browser.page().getByText("Возможно, имелось в виду total?").waitFor();
        browser.picture("mistake");
        browser.page().getByLabel("Выручка").fill("total");
        browser.page().getByText("По всем заказам").waitFor();
        browser.follow("Далее");
    }

    private static void apply(Looker browser) {
        browser.page().getByRole(AriaRole.HEADING).getByText("По месяцам").waitFor();
        browser.picture("review");
        browser.press("Применить");
        browser.page().getByText("Дальше воронка следует за RemOnline сама").waitFor();
        browser.picture("connected");
        browser.follow("Смотреть воронку");
        browser.page().waitForURL(Pattern.compile(".*#/funnel/lavka"));
        browser.page()
                .locator(".bar-count", new Page.LocatorOptions().setHasText(Integer.toString(ORDERS)))
                .first()
                .waitFor();
        browser.picture("funnel");
    }
}
