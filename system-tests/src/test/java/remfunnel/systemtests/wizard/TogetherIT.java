package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.OrderEdit;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Half-made changes, two people at one connector, and the way back. */
@InTheHouse
class TogetherIT {
    private static final String CONNECTOR = "/api/connectors/together";
    private static final String STAGES = "edit/together/stages";
    private static final int NEW = 900101;
    private static final int PAGE = 20;

    /** Not where the browser is. */
    private static final DateTimeFormatter WHERE_THE_SHOP_IS =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm", Locale.US).withZone(ZoneId.of("Europe/Moscow"));

    @Test
    void nothingOfWhatTwoPeopleDoIsLost(Visit visit) {
        Office office = visit.office();
        Shop shop = visit.shop(40);
        office.connect("together", shop);

        begin(visit);
        changeOften(office);
        rename(visit.somebody(office.colleague("ben"), STAGES), office);
        goOn(visit);
        onlyLooks(visit, shop);

        Assertions.assertThat(office.get(CONNECTOR)
                        .at("/configuration/stages/0/title")
                        .asString())
                .isEqualTo("Inquiries");
    }

    /** Whose change it is to be is for the second to say. */
    @Test
    void theSecondTakesTheirsOrKeepsHisAlone(Visit visit) {
        Office office = visit.office();
        office.connect("together", visit.shop(10));
        Looker anna = visit.owner(STAGES);
        Locator title = anna.page().getByLabel("Title of the stage").first();

        title.fill("Enquiries");
        isChangedByAnother(office, "Requests");
        anna.press("Take theirs");
        assertThat(title).hasValue("Requests");
        await().atMost(Patience.OF_A_TEST)
                .until(() -> !office.get(CONNECTOR + "/draft").has("draft"));
        title.fill("Questions");
        isChangedByAnother(office, "Demands");
        anna.press("Keep mine alone");
        apply(anna, "");

        JsonNode stages = office.get(CONNECTOR).at("/configuration/stages");
        Assertions.assertThat(stages.at("/0/title").asString()).isEqualTo("Questions");
        Assertions.assertThat(stages.at("/1/title").asString()).isEqualTo("Leads");
    }

    /** Once the page has kept what was begun from. */
    private static void isChangedByAnother(Office office, String title) {
        await().atMost(Patience.OF_A_TEST)
                .until(() -> office.get(CONNECTOR + "/draft").has("draft"));
        office.change("together", config -> {
            ((ObjectNode) config.at("/stages/0")).put("title", title);
            ((ObjectNode) config.at("/stages/1")).put("title", "Leads");
        });
    }

    /** What a viewer has no right to, no page offers, whatever address he types; what he sees follows the orders. */
    private static void onlyLooks(Visit visit, Shop shop) {
        Office office = visit.office();
        Looker vera = visit.somebody(office.token("vera", "VIEWER"), "");
        vera.page().getByText("Shop").first().waitFor();
        Assertions.assertThat(vera.page().getByText("Connect RemOnline").count())
                .isZero();
        vera.press("Actions of Shop");
        Assertions.assertThat(vera.page().getByRole(AriaRole.MENUITEM).allInnerTexts())
                .containsExactly("Open the funnel", "History of the settings");
        List.of("connect", STAGES, "access").forEach(address -> {
            vera.page().navigate(office.page(address).toString());
            vera.page().getByText("Your role only looks").waitFor();
        });
        vera.page().navigate(office.page("funnel/together").toString());
        vera.page().locator(".bar").first().waitFor();
        shop.control().create(NEW, OrderEdit.NOTHING);
        vera.page().locator(".bar-count").getByText("41").first().waitFor();
        Assertions.assertThat(vera.page().getByText("Edit").count()).isZero();
    }

    private static void begin(Visit visit) {
        try (Looker anna = visit.owner(STAGES)) {
            anna.page().locator(".status").first().waitFor();
            anna.press("Suggest a place for the rest");
            await().atMost(Patience.OF_A_TEST)
                    .until(() -> visit.office().get(CONNECTOR + "/draft").has("draft"));
        }
    }

    /** So that what was begun from is not on the first page of the history any more. */
    private static void changeOften(Office office) {
        JsonNode connector = office.get(CONNECTOR);
        for (int n = 0; n < PAGE; n++) {
            office.send("PUT", CONNECTOR, connector.path("configuration").toString(), "If-Match", "*");
        }
        Assertions.assertThat(office.get(CONNECTOR).path("latest-revision").asLong())
                .isGreaterThanOrEqualTo(connector.path("latest-revision").asLong() + PAGE);
    }

    private static void rename(Looker ben, Office office) {
        String told = ben.page().getByText("is changing this connector too").innerText();
        Assertions.assertThat(told)
                .contains(WHERE_THE_SHOP_IS.format(Instant.parse(
                        office.get(CONNECTOR + "/draft").at("/draft/updated-at").asString())));
        ben.page().getByLabel("Title of the stage").first().fill("Requests");
        apply(ben, "");
    }

    /** The first who gives statuses a stage is told that all is connected. */
    private static void apply(Looker browser, String connected) {
        browser.follow("Review");
        browser.page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        browser.press("Apply");
        if (!connected.isEmpty()) {
            browser.follow(connected);
        }
        browser.page().waitForURL(Pattern.compile(".*#/funnel/together"));
    }

    /** In another browser than she began in. */
    private static void goOn(Visit visit) {
        Looker anna = visit.owner(STAGES);
        var eyes = new Eyes(anna);
        anna.page().getByText("Your unfinished changes are here again").waitFor();
        anna.page().getByText("ben changed this connector meanwhile").waitFor();
        anna.page().getByText("Stage “Inquiries” is called “Requests”").waitFor();
        eyes.see("concurrent");
        anna.press("Put mine on top of theirs");
        apply(anna, "See the funnel");
        Assertions.assertThat(visit.office()
                        .get(CONNECTOR)
                        .at("/configuration/stages")
                        .toString())
                .contains("Requests", "900101");
        goBack(anna, eyes);
        eyes.judge();
    }

    private static void goBack(Looker anna, Eyes eyes) {
        anna.page().navigate(anna.page().url().replace("funnel", "history"));
        anna.page().getByText("Stage “Inquiries” is called “Requests”").waitFor();
        eyes.see("history-of-two");
        anna.page().getByText("Go back to this").last().click();
        anna.page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        anna.press("Apply");
        anna.page().waitForURL(Pattern.compile(".*#/funnel/together"));
    }
}
