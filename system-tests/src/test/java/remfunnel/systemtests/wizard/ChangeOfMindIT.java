package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.OrderEdit;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;

/** Edited while it is applied, reset while it is edited, removed and wanted again: what somebody has made is not lost meanwhile. */
@InTheHouse
class ChangeOfMindIT {
    private static final String ID = "mind";
    private static final String CONNECTOR = "/api/connectors/" + ID;
    private static final String DRAFT = CONNECTOR + "/draft";
    private static final String STAGES = "edit/" + ID + "/stages";
    private static final int NEW = 900101;

    /** Of a connector that has the same rhythm as the paused one, each told apart by an order of its own. */
    private static final int POLLS = 4;

    private static final String CONDITION = "Order total";
    private static final String VALUES = "Values, separated by ;";

    @Test
    void whatIsEditedWhileAnApplyGoesOnIsTheNextDraft(Visit visit) {
        visit.connect(ID, visit.shop(10));
        Looker browser = visit.owner(STAGES);
        Page page = browser.page();

        stage(page).fill("Requests");
        moveTo(browser, "Asia/Tbilisi", "gel");
        applyAndRestate(browser);
        browser.follow("Stages");
        stage(page).fill("Enquiries");
        await().atMost(Patience.OF_A_TEST)
                .until(() -> visit.office().get(DRAFT).toString().contains("Enquiries"));
        awaitPolls(page);
        assertThat(page.getByText("changed this connector meanwhile").count()).isZero();
        page.unroute("**" + CONNECTOR);
        awaitPolls(page);

        assertThat(page.url()).endsWith(STAGES);
        assertThat(stage(page).inputValue()).isEqualTo("Enquiries");
        assertGoesOn(visit.office().get(CONNECTOR), visit.office().get(DRAFT).path("draft"));
    }

    private static void moveTo(Looker browser, String zone, String currency) {
        browser.press("Title, time zone, currency");
        Locator dialog = browser.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Title").fill("Workshop");
        dialog.getByLabel("Time zone of the shop").selectOption(zone);
        dialog.getByLabel("Currency").fill(currency);
        browser.press("Done");
    }

    /** For as long as the page is told so, the figures are not there. */
    private static void applyAndRestate(Looker browser) {
        browser.follow("Review");
        browser.page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        browser.page().route("**" + CONNECTOR, ChangeOfMindIT::restating);
        browser.page().waitForResponse(response -> isAnswer(response, "PUT", CONNECTOR), () -> browser.press("Apply"));
    }

    private static void restating(Route route) {
        if (route.request().method().equals("GET")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(route.fetch().text().replace("\"CONNECTED\"", "\"RESTATING\"")));
        } else {
            route.resume();
        }
    }

    private static boolean isAnswer(Response response, String method, String path) {
        return response.request().method().equals(method) && response.url().endsWith(path);
    }

    /** The second is asked when the first was shown. */
    private static void awaitPolls(Page page) {
        for (int n = 0; n < 2; n++) {
            page.waitForResponse(response -> isAnswer(response, "GET", DRAFT), () -> {});
        }
    }

    private static void assertGoesOn(JsonNode connector, JsonNode draft) {
        JsonNode applied = connector.path("configuration");
        assertThat(applied.at("/stages/0/title").asString()).isEqualTo("Requests");
        assertThat(applied.path("title").asString()).isEqualTo("Workshop");
        assertThat(applied.path("time-zone").asString()).isEqualTo("Asia/Tbilisi");
        assertThat(applied.path("currency").asString()).isEqualTo("GEL");
        assertThat(draft.path("revision")).isEqualTo(connector.path("latest-revision"));
        assertThat(draft.at("/configuration/stages/0/title").asString()).isEqualTo("Enquiries");
    }

    @Test
    void aResetAsksFirstAndIsDoneOnce(Visit visit) {
        Office office = visit.office();
        visit.connect(ID, visit.shop(10));
        Looker browser = visit.owner(STAGES);
        Page page = browser.page();
        stage(page).fill("Requests");
        await().atMost(Patience.OF_A_TEST)
                .until(() -> office.get(DRAFT).toString().contains("Requests"));

        page.navigate(office.service().resolve("#/").toString());
        choose(browser, "Reset settings");
        browser.press("Keep my changes");
        assertThat(office.get(DRAFT).toString()).contains("Requests");
        choose(browser, "Reset settings");
        browser.press("Reset");
        page.getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        assertThat(office.get(DRAFT).toString()).doesNotContain("Requests");
        browser.follow("Stages");
        stage(page).fill("Anew");
        await().atMost(Patience.OF_A_TEST)
                .until(() -> office.get(DRAFT).toString().contains("Anew"));
        page.goBack();
        page.goBack();

        page.locator(".card").waitFor();
        assertThat(office.get(DRAFT).toString()).contains("Anew");
    }

    @Test
    void aConditionKeepsItsOwnValuesWhenAnotherGoes(Visit visit) {
        visit.connect(ID, visit.shop(10));
        Looker browser = visit.owner("edit/" + ID + "/filter");
        Page page = browser.page();
        page.getByText("of 10 pass").waitFor();
        browser.press("Add a condition: " + CONDITION);
        page.getByLabel(VALUES).fill("100");
        browser.press("Add a condition: " + CONDITION);
        page.getByLabel(VALUES).last().pressSequentially("200; 300");
        assertThat(page.getByLabel(VALUES).last().inputValue()).isEqualTo("200; 300");

        browser.press("Remove the condition: " + CONDITION);

        assertThat(page.getByLabel(VALUES).count()).isEqualTo(1);
        assertThat(page.getByLabel(VALUES).inputValue()).isEqualTo("200; 300");
    }

    @Test
    void whatWasRemovedIsConnectedAgainAsItWas(Visit visit) {
        Office office = visit.office();
        visit.connect(ID, visit.shop(10));
        JsonNode before = office.get(CONNECTOR).path("configuration");
        office.send("DELETE", CONNECTOR, "", "If-Match", "*");
        await().atMost(Patience.OF_A_TEST)
                .until(() -> office.get("/api/removed-connectors")
                        .at("/0/configuration/connector")
                        .asString("")
                        .equals(ID));
        Looker browser = visit.owner("connect");
        Page page = browser.page();

        page.getByLabel("Title").fill("Shop");
        page.getByText("It comes back as it was").waitFor();
        browser.look("connect-again");
        assertThat(page.getByLabel("Time zone of the shop").inputValue()).isEqualTo("Europe/Moscow");
        page.getByLabel("API key").fill(Shop.KEY);
        letIngestMissTheKey(page, office);
        browser.press("Connect");
        page.waitForURL(Pattern.compile(".*#/funnel/" + ID));

        assertThat(office.get(CONNECTOR).path("configuration")).isEqualTo(before);
    }

    /** Another connector of the same account shows that there was something to miss. */
    @Test
    void aPausedConnectorHearsOfNothingUntilItIsResumed(Visit visit) {
        Shop shop = visit.shop(10);
        visit.connect(ID, shop);
        visit.connect("beside", shop);
        Page page = visit.owner("").page();
        Locator card =
                page.locator(".card", new Page.LocatorOptions().setHas(page.locator("a[href='#/funnel/" + ID + "']")));

        choose(card, "Pause");
        card.getByText("Paused").waitFor();
        await().atMost(Patience.OF_A_TEST)
                .until(() -> visit.office()
                        .get("/api/status/" + ID)
                        .at("/ingest/state")
                        .asString("")
                        .equals("PAUSED"));
        for (int n = 0; n < POLLS; n++) {
            shop.control().create(NEW, OrderEdit.NOTHING);
            visit.awaitOrders("beside", shop);
        }
        assertThat(card.locator(".counts dd").first().textContent()).isEqualTo("10");
        choose(card, "Resume");

        visit.awaitOrders(ID, shop);
        card.locator(".counts dd").first().getByText("14").waitFor();
        assertThat(card.getByText("Paused").count()).isZero();
    }

    private static void choose(Locator card, String action) {
        card.getByLabel("Actions of Shop").click();
        card.getByRole(AriaRole.MENUITEM).getByText(action).click();
    }

    /** That there is none yet is no word on the key that is on its way. */
    private static void letIngestMissTheKey(Page page, Office office) {
        page.route("**" + CONNECTOR + "/credentials", route -> {
            await().atMost(Patience.OF_A_TEST)
                    .until(() -> office.get("/api/status/" + ID)
                            .at("/ingest/message")
                            .asString("")
                            .startsWith("There is no key yet"));
            route.resume();
        });
    }

    /** Its id comes of its title, and is free again; what was half-made of the former was of the former's address. */
    @Test
    void whatBeginsAnewUnderAFormerIdHasNothingOfItsDraft(Visit visit) {
        Office office = visit.office();
        Shop shop = visit.shop(10);
        office.configure(ID, shop);
        JsonNode begun = office.get(CONNECTOR).path("configuration");
        office.send("PUT", DRAFT, "{\"revision\": 0, \"configuration\": " + begun + "}");
        assertThat(office.get(DRAFT).has("draft")).isTrue();
        office.send("DELETE", CONNECTOR, "", "If-Match", "*");
        Looker browser = visit.owner("connect");
        Page page = browser.page();

        page.getByLabel("Title").fill("Mind");
        page.getByLabel("API key").fill(Shop.KEY);
        page.getByText("Advanced").click();
        page.getByLabel("Address").fill(shop.url().toString());
        browser.press("Connect");
        page.waitForURL(Pattern.compile(".*#/edit/" + ID + "/filter"));
        page.getByText("No condition: every order counts").waitFor();

        assertThat(page.getByText("Your unfinished changes").count()).isZero();
        assertThat(office.get(DRAFT).has("draft")).isFalse();
    }

    @Test
    void anUndoThatIsRefusedSaysSo(Visit visit) {
        Office office = visit.office();
        office.configure(ID, visit.shop(1));
        Looker browser = visit.owner("");
        Page page = browser.page();
        browser.expectRefusal(CONNECTOR);
        choose(browser, "Remove");
        page.getByRole(AriaRole.DIALOG)
                .getByText("Remove", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        page.getByText("“Shop” was removed").waitFor();
        page.route(
                "**" + CONNECTOR,
                route -> route.fulfill(
                        new Route.FulfillOptions().setStatus(503).setBody("{\"message\": \"The broker is away.\"}")));

        browser.press("Undo (the key is to be given again)");

        page.getByText("The broker is away.").waitFor();
        page.unroute("**" + CONNECTOR);
        browser.press("Undo (the key is to be given again)");
        page.locator(".card").waitFor();
    }

    private static Locator stage(Page page) {
        return page.getByLabel("Title of the stage").first();
    }

    private static void choose(Looker browser, String action) {
        browser.press("Actions of Shop");
        browser.page().getByRole(AriaRole.MENUITEM).getByText(action).click();
    }
}
