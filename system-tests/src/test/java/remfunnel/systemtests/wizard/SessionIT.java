package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session that ends while a page is open is told, is no failed request, and costs nothing of what was typed. */
@InTheHouse
class SessionIT {
    private static final String NAME = "sofia";
    private static final String LENA = "lena";
    private static final String MARTA = "marta";
    private static final String BORIS = "boris";
    private static final String PASSWORD = "another horse battery";
    /** Which everything else that a page asks waits for. */
    private static final String SESSION = "**/api/session/state";

    private static final String CONNECTOR = "/api/connectors/session";

    @Test
    void whoIsLoggedOutGoesOnWhereHeWas(Visit visit) {
        Office office = visit.office();
        visit.connect("session", visit.shop(10));
        Looker here = arrived(visit, NAME);
        here.page().navigate(office.page("edit/session/stages").toString());
        Locator title = here.page().getByLabel("Title of the stage").first();
        title.waitFor();

        whileNothingIsAnswered(here, () -> {
            leavesElsewhere(visit);
            title.fill("Requests");
        });
        Locator over =
                here.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Your session ended"));
        over.waitFor();
        here.look("session-over");
        here.expectRefusal("/api/login");
        over.getByLabel("Password").fill("not the password");
        here.press("Log in");
        over.getByText("The name or the password is wrong.").waitFor();
        over.getByLabel("Password").fill(PASSWORD);
        logsInAndIsHeard(here);
        over.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

        assertThat(title.inputValue()).isEqualTo("Requests");
        here.page().reload();
        here.page().getByText("Your unfinished changes are here again").waitFor();
        assertThat(title.inputValue()).isEqualTo("Requests");
        assertThat(office.get(CONNECTOR).at("/configuration/stages/0/title").asString())
                .isEqualTo("Inquiries");
    }

    /** What waited for the login is sent then, one after the other; the draft last. */
    private static void logsInAndIsHeard(Looker here) {
        here.page()
                .waitForResponse(
                        response -> response.url().endsWith("/draft")
                                && response.request().method().equals("PUT")
                                && response.ok(),
                        () -> here.press("Log in"));
    }

    /** Sooner than the page would have sent it by itself. */
    @Test
    void whatWasTypedLastIsKeptWhenThePageIsLeft(Visit visit) {
        Office office = visit.office();
        visit.connect("session", visit.shop(10));
        Looker here = arrived(visit, LENA);
        here.page().navigate(office.page("edit/session/stages").toString());
        Locator title = here.page().getByLabel("Title of the stage").first();
        title.waitFor();

        title.fill("Requests");
        here.page().navigate("about:blank");
        here.page().navigate(office.page("edit/session/stages").toString());

        here.page().getByText("Your unfinished changes are here again").waitFor();
        assertThat(title.inputValue()).isEqualTo("Requests");
    }

    /** As on the computer at the counter: nothing that one left half-made is taken for the other's. */
    @Test
    void whoeverElseLogsInInThisBrowserBeginsAnew(Visit visit) {
        Office office = visit.office();
        visit.connect("session", visit.shop(10));
        arrived(visit, BORIS);
        Looker here = arrived(visit, MARTA);
        here.page().navigate(office.page("edit/session/stages").toString());
        Locator title = here.page().getByLabel("Title of the stage").first();
        title.waitFor();

        logsInElsewhere(here.page().context(), office, BORIS);
        title.fill("Requests");

        here.page().getByText(BORIS + " ▾").waitFor();
        title.waitFor();
        assertThat(title.inputValue()).isEqualTo("Inquiries");
        assertThat(here.page()
                        .getByText("Your unfinished changes are here again")
                        .count())
                .isZero();
    }

    /** In another tab of the same browser. */
    private static void logsInElsewhere(BrowserContext browser, Office office, String name) {
        String token = browser.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        var answer = browser.request()
                .post(
                        office.service().resolve("/api/login").toString(),
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setData(Map.of("name", name, "password", PASSWORD)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** The page learns of nothing that happens elsewhere, as of the end of its session, before this is over. */
    private static void whileNothingIsAnswered(Looker somebody, Runnable work) {
        List<Route> asked = new ArrayList<>();
        somebody.page().route(SESSION, asked::add);
        work.run();
        somebody.page().unroute(SESSION);
        asked.forEach(Route::resume);
    }

    private static Looker arrived(Visit visit, String name) {
        String first = visit.office()
                .send("PUT", "/api/users/" + name, "{\"role\": \"OPERATOR\"}")
                .path("password")
                .asString();
        Looker here = enters(visit, name, first);
        here.page().getByLabel("New password").fill(PASSWORD);
        here.page().getByLabel("Once more").fill(PASSWORD);
        here.press("Save");
        here.page().locator(".card").waitFor();
        return here;
    }

    private static Looker enters(Visit visit, String name, String password) {
        Looker somebody = visit.stranger("en-US");
        somebody.openAsStranger(visit.office().service());
        somebody.page().getByLabel("Name").fill(name);
        somebody.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        somebody.press("Log in");
        return somebody;
    }

    private static void logOut(Looker somebody) {
        somebody.press(NAME + " ▾");
        somebody.page().getByRole(AriaRole.MENUITEM).getByText("Log out").click();
    }

    /** Which ends all sessions of theirs, once the service is there to be told. */
    private static void leavesElsewhere(Visit visit) {
        Looker there = enters(visit, NAME, PASSWORD);
        there.expectRefusal("/api/logout");
        there.page().route("**/api/logout", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        logOut(there);
        there.page().getByText("You are still logged in").waitFor();
        there.press("Close");
        there.page().unroute("**/api/logout");
        logOut(there);
        there.page().waitForURL("**/login.html");
    }
}
