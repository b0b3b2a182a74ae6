package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.systemtests.Needed;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;

class WizardIT {
    private static final int ORDERS = 60;

    @TempDir
    private Path directory;

    /** A machine of someone's own may have no such browser; CI has it installed. */
    @BeforeEach
    void thereIsABrowser() {
        Needed.here(Chromium.isInstalled(), "Chromium is installed");
    }

    @Test
    void aShopIsConnectedMappedAndSeen() {
        try (var shop = new Shop(ORDERS, 5, Duration.ZERO);
                var machine = new LocalMachine(directory.resolve("data"), "wizard.log");
                var browser = new Chromium("ru-RU")) {
            machine.startAndWait();
            browser.open(URI.create("http://127.0.0.1:" + machine.ports().getLast() + "/"));

            connect(browser, shop);
            map(browser);
            calculate(browser);
            apply(browser);

            assertThat(browser.page().locator(".bar-count").first().textContent())
                    .isEqualTo(Integer.toString(ORDERS));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void connect(Chromium browser, Shop shop) {
        browser.follow("Подключить RemOnline");
        browser.page().getByLabel("Название").fill("Лавка");
        browser.page().getByText("Дополнительно").click();
        browser.page().getByLabel("Адрес").fill(shop.url().toString());
        browser.page().getByLabel("Ключ API").fill("a key that is wrong");
        browser.press("Подключить");
        browser.page().getByText("не принимает этот ключ").waitFor();
        browser.picture("wrong-key");
        browser.page().getByLabel("Ключ API").fill(Shop.KEY);
        browser.press("Подключить");
    }

    /** One by mouse, the rest by a click. */
    private static void map(Chromium browser) {
        browser.page()
                .locator(".statuses li")
                .first()
                .dragTo(browser.page().locator(".container").first());
        browser.page().locator(".container").first().locator(".chips li").waitFor();
        browser.press("Предложить места остальным");
        browser.picture("stages");
        browser.follow("Далее");
    }

    private static void calculate(Chromium browser) {
        browser.page().getByLabel("Выручка").fill("total * tootal");
        browser.page().getByText("Возможно, имелось в виду total?").waitFor();
        browser.picture("mistake");
        browser.page().getByLabel("Выручка").fill("total");
        browser.page().getByText("По всем заказам").waitFor();
        browser.follow("Далее");
    }

    private static void apply(Chromium browser) {
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
