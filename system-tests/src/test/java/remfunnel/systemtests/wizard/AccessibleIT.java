package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.kills.Shop;

/** Every page, and whatever opens on one, looked at in light and dark, as somebody meets them who has just been given a login. */
@InTheHouse
class AccessibleIT {
    static final String ID = "accessible";
    private static final String NAME = "anna";
    private static final String PASSWORD = "correct horse battery";

    @Test
    void nothingOnThePagesKeepsAnyoneOut(Visit visit) {
        Office office = visit.office();
        Shop shop = visit.shop(40);
        Looker browser = visit.stranger("en-US");
        var eyes = new Eyes(browser);

        logsIn(browser, eyes, office);
        connects(browser, eyes, office, shop);
        office.connect(ID, shop);
        opensWhatACardHas(browser, eyes, office);
        looksAfterAccess(browser, eyes, office);
        new Steps(browser, eyes, office).go();
        readsTheFunnel(browser, eyes, office);
        mayNotEdit(visit);

        eyes.judge();
    }

    private static void logsIn(Looker browser, Eyes eyes, Office office) {
        String first = office.send("PUT", "/api/users/" + NAME, "{\"role\": \"ADMIN\"}")
                .path("password")
                .asString();
        browser.expectRefusal("/api/login");
        browser.openAsStranger(office.service());
        eyes.see("login");
        enter(browser, "not the password");
        browser.page().getByText("The name or the password is wrong.").waitFor();
        eyes.see("login-refused");
        enter(browser, first);
        browser.page().getByText("This password was made for you").waitFor();
        eyes.see("login-first-password");
        browser.page().getByLabel("New password").fill(PASSWORD);
        browser.page().getByLabel("Once more").fill(PASSWORD);
        browser.press("Save");
        browser.page().getByText("No shop is connected yet").waitFor();
        eyes.see("connectors-none");
    }

    private static void enter(Looker browser, String password) {
        browser.page().getByLabel("Name").fill(NAME);
        browser.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        browser.press("Log in");
    }

    private static void connects(Looker browser, Eyes eyes, Office office, Shop shop) {
        open(browser, office, "connect", "Connect RemOnline");
        eyes.see("connect");
        browser.page().getByText("Advanced").click();
        browser.page().getByLabel("Title").fill("Another");
        browser.page().getByLabel("Address").fill(shop.url().toString());
        browser.page().getByLabel("API key").fill("a key that is wrong");
        eyes.see("connect-advanced");
        browser.press("Connect");
        browser.page().getByText("does not accept this key").waitFor();
        eyes.see("connect-refused");
    }

    private static void opensWhatACardHas(Looker browser, Eyes eyes, Office office) {
        open(browser, office, "", "Connectors");
        browser.page().locator(".state.good").first().waitFor();
        eyes.see("connectors");
        browser.press("Actions of Shop");
        eyes.see("connectors-menu");
        item(browser, "Change access");
        eyes.see("connectors-access");
        browser.press("Close");
        browser.press("Actions of Shop");
        item(browser, "Remove");
        eyes.see("connectors-remove");
        browser.press("Keep it");
    }

    private static void looksAfterAccess(Looker browser, Eyes eyes, Office office) {
        browser.press(NAME + " ▾");
        eyes.see("account-menu");
        item(browser, "Change the password");
        eyes.see("account-password");
        browser.press("Close");
        open(browser, office, "access", "Users and tokens");
        eyes.see("access");
        browser.page().getByLabel("What it is for").fill("Power BI");
        browser.press("Make a token");
        browser.page().locator(".secret").waitFor();
        eyes.see("access-token");
        browser.page().getByLabel("Name of a new one").fill("ben");
        browser.press("Add a user");
        browser.page().getByText("The first password of ben").waitFor();
        eyes.see("access-user");
    }

    private static void readsTheFunnel(Looker browser, Eyes eyes, Office office) {
        Page page = browser.page();
        page.locator(".bar").first().waitFor();
        eyes.see("funnel");
        page.locator(".places summary").click();
        eyes.see("funnel-locations");
        page.locator(".places summary").click();
        page.locator(".bar", new Page.LocatorOptions().setHasText("Paid")).click();
        page.locator("dialog tbody button").first().waitFor();
        eyes.see("funnel-orders");
        page.locator("dialog tbody button").first().click();
        page.getByText("As RemOnline sent it").click();
        eyes.see("funnel-order");
        showsThePayloadAsItWasSent(page);
        open(browser, office, "history/" + ID, "History of the settings");
        eyes.see("history");
    }

    /** The browser's own reading of JSON would make 0 of 0.0. */
    private static void showsThePayloadAsItWasSent(Page page) {
        assertThat(page.locator(".explanation pre")).containsText(Pattern.compile("\\d\\.0\\b"));
    }

    private static void mayNotEdit(Visit visit) {
        Looker vera = visit.stranger("ru-RU");
        vera.openAs(visit.office().token("vera", "VIEWER"), visit.office().page("connect"));
        var eyes = new Eyes(vera);
        vera.page().getByText("Ваша роль — только просмотр").waitFor();
        eyes.see("viewer");
        eyes.judge();
    }

    static void open(Looker browser, Office office, String address, String heading) {
        browser.page().navigate(office.page(address).toString());
        browser.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(heading).setLevel(1).setExact(true))
                .waitFor();
    }

    private static void item(Looker browser, String action) {
        browser.page()
                .getByRole(AriaRole.MENUITEM)
                .getByText(action, new Locator.GetByTextOptions().setExact(true))
                .click();
    }
}
