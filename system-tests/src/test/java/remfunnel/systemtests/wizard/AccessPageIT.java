package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.Patience;

/** Users and tokens as an admin manages them: what goes for good is asked about first. */
@InTheHouse
class AccessPageIT {
    private static final String NAME = "petra";
    private static final String TOKEN = "Power BI of Petra";
    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void aUserIsGivenAnotherRoleAndRemoved(Visit visit) {
        visit.office().send("PUT", "/api/users/" + NAME, "{\"role\": \"VIEWER\"}");
        Looker admin = visit.owner("access");
        Page page = admin.page();

        page.getByLabel("Role of " + NAME).selectOption("OPERATOR");
        await().atMost(Patience.OF_A_TEST).until(() -> role(visit).equals("OPERATOR"));
        admin.press("Remove " + NAME);
        page.getByText("logged out at once").waitFor();
        List<Request> asked = new ArrayList<>();
        page.onRequest(asked::add);
        admin.press("Keep");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        page.waitForResponse(
                "**/api/session/state", () -> page.getByLabel("Role of " + NAME).selectOption("VIEWER"));
        Assertions.assertThat(asked).extracting(Request::method).doesNotContain("DELETE");
        await().atMost(Patience.OF_A_TEST).until(() -> role(visit).equals("VIEWER"));
        admin.press("Remove " + NAME);
        admin.press("Remove");

        assertThat(page.getByLabel("Role of " + NAME)).hasCount(0);
        await().atMost(Patience.OF_A_TEST).until(() -> role(visit).isEmpty());
    }

    @Test
    void aTokenIsShownOnceAndRevoked(Visit visit) {
        Looker admin = visit.owner("access");
        Page page = admin.page();
        page.getByLabel("What it is for").fill(TOKEN);
        admin.press("Make a token");
        String token = page.locator("code.secret").innerText();
        Assertions.assertThat(status(visit, token)).isEqualTo(OK);

        admin.press("Revoke " + TOKEN);
        page.getByText("It cannot be brought back").waitFor();
        page.getByRole(AriaRole.DIALOG).getByText("Revoke").last().click();

        assertThat(page.getByLabel("Revoke " + TOKEN)).hasCount(0);
        assertThat(page.locator("code.secret")).hasCount(0);
        await().atMost(Patience.OF_A_TEST).until(() -> status(visit, token) == UNAUTHORIZED);
    }

    private static String role(Visit visit) {
        return visit.office()
                .get("/api/users")
                .valueStream()
                .filter(user -> user.path("name").asString().equals(NAME))
                .map(user -> user.path("role").asString())
                .findFirst()
                .orElse("");
    }

    private static int status(Visit visit, String token) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            visit.office().service().resolve("/api/connectors"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
