package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.Fault;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;

/** What is wrong with a connector is told on its card in plain words, since when, and what to do. */
@InTheHouse
class CardsIT {
    private static final String ID = "troubled";

    /** Nothing listens there. */
    private static final String NOBODY = "http://127.0.0.1:1";

    private static final LocatorAssertions.IsHiddenOptions PATIENTLY =
            new LocatorAssertions.IsHiddenOptions().setTimeout(Looker.PATIENCE_MS);

    @Test
    void aSourceThatIsAwayIsToldUntilItIsBack(Visit visit) {
        Shop shop = visit.shop(10);
        visit.connect(ID, shop);
        shop.control().inject(Fault.sometimes(1, Fault.Kind.BAD_GATEWAY_HTML, "/"));
        Looker browser = visit.owner("");
        Looker russian = visit.stranger("ru-RU");
        russian.open(visit.office().service());

        Locator trouble = browser.page()
                .getByText(
                        Pattern.compile(
                                "^RemOnline has not answered as it should since .+, 20\\d\\d, .+; it is tried again by itself"));
        trouble.waitFor();
        russian.page()
                .getByText(Pattern.compile("^RemOnline не отвечает как должен с .+; попытки продолжаются сами"))
                .waitFor();
        russian.look("card-away-ru");
        browser.page().getByText("What was answered").click();
        browser.page().getByText(Pattern.compile("502")).waitFor();
        browser.look("card-away");

        shop.control().clearFaults();
        assertThat(trouble).isHidden(PATIENTLY);
        browser.page().locator(".state.good").waitFor();
    }

    /** The key is good: another would not help. */
    @Test
    void aTariffThatDoesNotCoverOrdersIsNoWrongKey(Visit visit) {
        Shop shop = visit.shop(10);
        visit.connect(ID, shop);
        Looker browser = visit.owner("");

        shop.control().refuseTariff(true);

        browser.page().getByText("RemOnline does not let us read").waitFor();
        browser.page().getByText("its rights or the tariff do not cover orders").waitFor();
        assertThat(browser.page().getByText("The key was refused")).isHidden();
    }

    /** Title, address and key, without beginning anew. */
    @Test
    void whatWasTypedWrongIsCorrectedWhereItWasTyped(Visit visit) {
        Shop shop = visit.shop(10);
        Looker browser = visit.owner("connect");
        Page page = browser.page();
        page.getByLabel("Title").fill("Troubld");
        page.getByText("Advanced").click();
        page.getByLabel("Address").fill(NOBODY);
        page.getByLabel("API key").fill(Shop.KEY);
        browser.press("Connect");
        page.getByText("RemOnline has not answered as it should").waitFor();
        browser.look("connect-corrected");

        page.getByLabel("Title").fill("Troubled");
        page.getByLabel("Address").fill(shop.url().toString());
        browser.press("Connect");

        page.waitForURL(Pattern.compile(".*#/edit/troubld/filter"));
        JsonNode made = visit.office().get("/api/connectors/troubld").path("configuration");
        Assertions.assertThat(made.path("title").asString()).isEqualTo("Troubled");
        Assertions.assertThat(made.at("/source/base-url").asString())
                .isEqualTo(shop.url().toString());
    }

    /** Nobody has to know which version of the API his account speaks. Under a title of its own: a removed one would come back as it was. */
    @Test
    void theVersionOfTheApiIsFoundOutByTrying(Visit visit) {
        Shop shop = visit.shop(10);
        shop.control().inject(Fault.sometimes(1, Fault.Kind.NOT_FOUND, "/token"));
        Looker browser = visit.owner("connect");
        Page page = browser.page();
        page.getByLabel("Title").fill("Newer");
        page.getByText("Advanced").click();
        page.getByLabel("Address").fill(shop.url().toString());
        page.getByLabel("API key").fill(Shop.KEY);
        browser.press("Connect");

        page.waitForURL(Pattern.compile(".*#/edit/newer/filter"));
        visit.awaitOrders("newer", shop);
        Assertions.assertThat(visit.office().latest("newer").at("/source/api").asString())
                .isEqualTo("v2");
    }

    /** The address too; nothing of what was typed goes while it is wrong. */
    @Test
    void anotherAccessIsTriedAtOnce(Visit visit) {
        Shop former = visit.shop(10);
        Shop shop = visit.shop(12);
        visit.connect(ID, former);
        Looker browser = visit.owner("");
        browser.press("Actions of Shop");
        browser.page().getByRole(AriaRole.MENUITEM).getByText("Change access").click();
        Locator dialog = browser.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Address").fill(shop.url().toString());
        dialog.getByLabel("New API key").fill("a key that is wrong");
        dialog.getByText("Save").click();
        dialog.getByText("RemOnline does not accept this key").waitFor();
        browser.look("access-refused");

        dialog.getByLabel("New API key").fill(Shop.KEY);
        dialog.getByText("Save").click();

        assertThat(dialog).isHidden(PATIENTLY);
        visit.awaitOrders(ID, shop);
        Assertions.assertThat(visit.office().latest(ID).at("/source/base-url").asString())
                .isEqualTo(shop.url().toString());
    }

    /** Written to the topic by somebody whom nothing told that it is wrong. */
    @Test
    void aRejectedConfigurationIsToldWithAllThatIsWrongAndWhereToMendIt(Visit visit) {
        Shop shop = visit.shop(10);
        visit.connect(ID, shop);
        Looker russian = visit.stranger("ru-RU");
        russian.open(visit.office().service());

        visit.writePastTheService(ID, """
                {"connector_id": "%s", "revision": 0, "title": "Shop", "enabled": true,
                 "source": {"api": "V1", "base_url": {"string": "%s"}, "poll_interval_ms": 1000, "history_from": null},
                 "time_zone": "Europe/Moscow", "currency": "ROUBLE", "filter": {"match": "ALL", "conditions": []},
                 "stages": [], "unmapped": "KEEP", "revenue": {"string": "totl"}, "cost": null, "coefficients": [], "dimensions": [],
                 "updated_at": 1764000000000, "updated_by": "a client of its own"}
                """.formatted(ID, shop.url()));

        Locator rejection = russian.page().getByLabel("Почему настройки отклонены");
        rejection.getByText("Действуют прежние настройки").waitFor();
        assertThat(rejection.locator("li")).hasCount(2);
        assertThat(rejection).containsText("ISO 4217");
        assertThat(rejection).containsText("totl");
        assertThat(rejection).not().containsText("Unknown");
        russian.look("card-rejected");
        rejection.getByText("Исправить").click();
        russian.page().waitForURL(Pattern.compile(".*#/edit/" + ID + "/calculation"));
    }
}
