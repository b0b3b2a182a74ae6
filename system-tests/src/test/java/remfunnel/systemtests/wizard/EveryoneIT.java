package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.Shop;

/** The pages on a slow line, in either language, when the source changes its statuses, and when a connector is removed by mistake. */
@InTheHouse
class EveryoneIT {
    private static final String ID = "everyone";
    private static final int NEW = 900101;
    private static final int DELIVERY = 900105;
    private static final int TRIES = 5;

    @Test
    void thePagesServeEveryone(Visit visit) {
        Office office = visit.office();
        Shop shop = visit.shop(40);
        visit.connectMapped(ID, shop);
        Looker browser = visit.owner("");

        isLight(browser);
        tellsHowSoonItIsThere(browser);
        speaks(browser, "Connectors", "Подключения");
        tellsOfDrift(browser, shop, office);
        isRemovedAndComesBack(browser, office);
    }

    @Test
    void theLoginSpeaksBothLanguages(Visit visit) {
        Looker browser = visit.stranger("en-US");
        browser.openAsStranger(visit.office().service());

        speaks(browser, "Log in", "Войти");
    }

    private static void isLight(Looker browser) {
        browser.page().locator(".card").first().waitFor();
        Object bytes = browser.page().evaluate("""
                () => performance.getEntries().reduce((all, each) => all + (each.transferSize || 0), 0)""");

        assertThat(((Number) bytes).longValue()).isBetween(10_000L, 600_000L);
    }

    /** Told and not judged: a machine that has something else to do is no defect of the page. Of a few tries the best. */
    private static void tellsHowSoonItIsThere(Looker browser) {
        double best = Double.MAX_VALUE;
        for (int n = 0; n < TRIES; n++) {
            browser.page().reload();
            var shown =
                    browser.page().waitForFunction("() => document.querySelector('.card button') && performance.now()");
            best = Math.min(best, ((Number) shown.jsonValue()).doubleValue());
        }
        System.out.printf("wizard: the first page is there after %.0f ms; its budget is 1000 ms%n", best);
    }

    /** What was chosen is kept. */
    private static void speaks(Looker browser, String english, String russian) {
        Page page = browser.page();
        awaitLanguage(page, "en", english);
        Stream.of("ru", "en").forEach(language -> {
            boolean isRussian = language.equals("ru");
            browser.press(isRussian ? "Русский" : "English");
            awaitLanguage(page, language, isRussian ? russian : english);
            page.reload();
            awaitLanguage(page, language, isRussian ? russian : english);
        });
    }

    private static void awaitLanguage(Page page, String language, String said) {
        page.locator("html[lang=" + language + "]").waitFor();
        page.getByText(said, new Page.GetByTextOptions().setExact(true)).first().waitFor();
    }

    private static void tellsOfDrift(Looker browser, Shop shop, Office office) {
        shop.control().renameStatus(NEW, "Заявка");
        shop.control().addStatus("Ждёт оплаты", 3);
        browser.page().navigate(office.service().toString());
        browser.page().getByText("New: «Ждёт оплаты», in no stage").waitFor();
        browser.page()
                .getByText(Pattern.compile("Renamed: «Новый» → «Заявка», in “Inquiries”"))
                .waitFor();
        browser.picture("drift");
        shop.control().deleteStatus(DELIVERY);
        browser.page()
                .getByText(Pattern.compile("Gone: «Доставка», in “Leads” — "))
                .waitFor();
        isSeen(browser, office);
    }

    /** What is gone stays told for as long as a stage holds it. */
    private static void isSeen(Looker browser, Office office) {
        Page page = browser.page();
        page.navigate(office.page("edit/" + ID + "/stages").toString());
        page.locator(".statuses li", new Page.LocatorOptions().setHasText("Доставка"))
                .getByText("not in RemOnline any more")
                .waitFor();
        page.locator(".drift li").nth(2).waitFor();
        browser.press("I have seen it");
        page.locator(".drift li:only-child").getByText("Gone: «Доставка»").waitFor();
    }

    /** With its settings at once, and with its orders and figures as soon as the key is there again. */
    private static void isRemovedAndComesBack(Looker browser, Office office) {
        Page page = browser.page();
        page.navigate(office.page("funnel/" + ID).toString());
        page.locator(".bar").first().waitFor();
        var before = page.locator(".bar").allInnerTexts();
        page.navigate(office.service().toString());
        choose(browser, "Remove");
        browser.expectRefusal("/drift");
        page.getByRole(AriaRole.DIALOG).getByText("Remove", exactly()).last().click();
        page.getByText("“Shop” was removed").waitFor();
        await().atMost(Patience.OF_A_TEST)
                .until(() -> office.get("/api/connectors/" + ID + "/funnel")
                        .path("stages")
                        .isEmpty());
        browser.press("Undo (the key is to be given again)");
        page.getByText("No API key yet").waitFor();
        choose(browser, "Change access");
        page.getByLabel("New API key").fill(Shop.KEY);
        browser.press("Save");
        page.locator(".state.good").waitFor();
        page.navigate(office.page("funnel/" + ID).toString());

        assertThat(before).hasSize(4).anyMatch(bar -> bar.contains("₽"));
        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(
                        () -> assertThat(page.locator(".bar").allInnerTexts()).isEqualTo(before));
    }

    private static void choose(Looker browser, String action) {
        browser.press("Actions of Shop");
        browser.page().getByRole(AriaRole.MENUITEM).getByText(action, exactly()).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
