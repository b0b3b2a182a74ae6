package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.Patience;
import tools.jackson.databind.JsonNode;

/** What is half-made goes only when its maker says so, whichever window he says it in. */
@InTheHouse
class DraftsIT {
    private static final String ID = "drafts";
    private static final String CONNECTOR = "/api/connectors/" + ID;
    private static final String STAGES = "edit/" + ID + "/stages";

    /** One person at two windows: what was made in one is not written over from the other. */
    @Test
    void whatAnotherWindowKeptIsNotWrittenOver(Visit visit) {
        visit.connect(ID, visit.shop(10));
        Looker here = visit.owner(STAGES);
        Looker there = visit.owner(STAGES);
        title(there).waitFor();
        here.expectRefusal("/draft");
        there.expectRefusal("/draft");

        title(here).fill("Requests");
        awaitDraft(visit, draft -> draft.contains("Requests"));
        // What is begun here was not seen there yet, or was: then it is what is changed there.
        there.page().getByText("Your unfinished changes are here again").waitFor();
        title(there).fill("Enquiries");
        awaitDraft(visit, draft -> draft.contains("Enquiries"));
        title(here).fill("Questions");

        here.page().getByText("in another window too").waitFor();
        Assertions.assertThat(draft(visit)).contains("Enquiries");
        here.press("Keep what is here");
        awaitDraft(visit, draft -> draft.contains("Questions"));
        assertThat(here.page().getByText("in another window too")).hasCount(0);
        title(there).fill("Inquiries again");
        there.page().getByText("in another window too").waitFor();
        there.press("Go on with what is there");

        assertThat(title(there)).hasValue("Questions");
        assertThat(there.page().getByText("in another window too")).hasCount(0);
        Assertions.assertThat(draft(visit)).contains("Questions");
    }

    @Test
    void aDraftIsThrownAwayInTheVisitThatMadeIt(Visit visit) {
        visit.connect(ID, visit.shop(10));
        Looker browser = visit.owner(STAGES);
        Page page = browser.page();
        assertThat(page.getByText("nothing changes before you apply it")).hasCount(1);
        title(browser).fill("Requests");
        awaitDraft(visit, draft -> draft.contains("Requests"));

        browser.press("Throw them away");
        browser.press("Keep them");
        assertThat(title(browser)).hasValue("Requests");
        browser.press("Throw them away");
        browser.press("Throw away");

        assertThat(title(browser)).hasValue("Inquiries");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        awaitDraft(visit, String::isEmpty);
    }

    /** Who did what goes on being told, and by whom it was removed. */
    @Test
    void aConnectorThatWasRemovedHasItsHistory(Visit visit) {
        Office office = visit.office();
        visit.connect(ID, visit.shop(10));
        office.change(ID, config -> config.put("title", "Workshop"));
        Looker browser = visit.owner("");
        Page page = browser.page();
        page.getByText("Workshop").first().waitFor();
        browser.press("Actions of Workshop");
        page.getByRole(AriaRole.MENUITEM).getByText("Remove").click();
        browser.expectRefusal(CONNECTOR);
        page.getByRole(AriaRole.DIALOG)
                .getByText("Remove", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();

        browser.follow("Its history");

        page.getByText("Title: “Shop” → “Workshop”").waitFor();
        page.getByText("It was removed. Connect it again").waitFor();
        assertThat(page.locator(".history h2").first()).hasText("Removed");
        assertThat(page.getByText("Go back to this")).hasCount(0);
        JsonNode removed = await().atMost(Patience.OF_A_TEST)
                .until(() -> office.get("/api/removed-connectors").path(0), each -> each.has("removed-by"));
        assertThat(page.locator(".history .muted b").first())
                .hasText(removed.path("removed-by").asString());
    }

    private static Locator title(Looker browser) {
        return browser.page().getByLabel("Title of the stage").first();
    }

    private static String draft(Visit visit) {
        return visit.office().get(CONNECTOR + "/draft").path("draft").toString();
    }

    private static void awaitDraft(Visit visit, Predicate<String> wanted) {
        await().atMost(Patience.OF_A_TEST).until(() -> wanted.test(draft(visit)));
    }
}
