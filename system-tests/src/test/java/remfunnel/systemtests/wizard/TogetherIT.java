package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.simulator.OrderEdit;
import remfunnel.systemtests.Needed;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;

/** Half-made changes, two people at one connector, and the way back. */
class TogetherIT {
    private static final int NEW = 900101;

    /** Not where the browser is. */
    private static final DateTimeFormatter WHERE_THE_SHOP_IS =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm", Locale.US).withZone(ZoneId.of("Europe/Moscow"));

    @TempDir
    private Path directory;

    @BeforeEach
    void thereIsABrowser() {
        Needed.here(Chromium.isInstalled(), "Chromium is installed");
    }

    @Test
    void nothingOfWhatTwoPeopleDoIsLost() {
        try (var shop = new Shop(40, 5, Duration.ZERO);
                var machine = new LocalMachine(directory.resolve("data"), "together.log");
                var ben = new Chromium("en-US")) {
            machine.startAndWait();
            var office = Office.of(machine);
            office.connect("shop", shop);

            begin(office);
            ben.openAs(office.colleague("ben"), office.page("edit/shop/stages"));
            rename(ben, office);
            goOn(office);
            onlyLooks(office, shop);

            assertThat(office.get("/api/connectors/shop")
                            .at("/configuration/stages/0/title")
                            .asString())
                    .isEqualTo("Inquiries");
            assertThat(ben.complaints()).isEmpty();
        }
    }

    /** What a viewer has no right to, no page offers, whatever address he types; what he sees follows the orders. */
    private static void onlyLooks(Office office, Shop shop) {
        try (var vera = new Chromium("en-US")) {
            vera.openAs(office.token("vera", "VIEWER"), office.service());
            vera.page().getByText("Shop").first().waitFor();
            assertThat(vera.page().getByText("Connect RemOnline").count()).isZero();
            vera.press("Actions of Shop");
            assertThat(vera.page().getByRole(AriaRole.MENUITEM).allInnerTexts())
                    .containsExactly("Open the funnel", "History of the settings");
            List.of("connect", "edit/shop/stages", "access").forEach(address -> {
                vera.page().navigate(office.page(address).toString());
                vera.page().getByText("Your role only looks").waitFor();
            });
            vera.page().navigate(office.page("funnel/shop").toString());
            vera.page().locator(".bar").first().waitFor();
            shop.control().create(NEW, OrderEdit.NOTHING);
            vera.page().locator(".bar-count").getByText("41").first().waitFor();
            assertThat(vera.page().getByText("Edit").count()).isZero();
            assertThat(vera.complaints()).isEmpty();
        }
    }

    private static void begin(Office office) {
        try (var anna = new Chromium("en-US")) {
            anna.openAs(office.owner(), office.page("edit/shop/stages"));
            anna.page().locator(".status").first().waitFor();
            anna.press("Suggest a place for the rest");
            await().until(() -> office.get("/api/connectors/shop/draft").has("draft"));
        }
    }

    private static void rename(Chromium ben, Office office) {
        String told = ben.page().getByText("is changing this connector too").innerText();
        assertThat(told)
                .contains(WHERE_THE_SHOP_IS.format(Instant.parse(office.get("/api/connectors/shop/draft")
                        .at("/draft/updated-at")
                        .asString())));
        ben.page().getByLabel("Title of the stage").first().fill("Requests");
        apply(ben, "");
    }

    /** The first who gives statuses a stage is told that all is connected. */
    private static void apply(Chromium browser, String connected) {
        browser.follow("Review");
        browser.page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        browser.press("Apply");
        if (!connected.isEmpty()) {
            browser.follow(connected);
        }
        browser.page().waitForURL(Pattern.compile(".*#/funnel/shop"));
    }

    /** In another browser than she began in. */
    private static void goOn(Office office) {
        try (var anna = new Chromium("en-US")) {
            var eyes = new Eyes(anna);
            anna.openAs(office.owner(), office.page("edit/shop/stages"));
            anna.page().getByText("Your unfinished changes are here again").waitFor();
            anna.page().getByText("ben changed this connector meanwhile").waitFor();
            anna.page().getByText("Stage “Inquiries” is called “Requests”").waitFor();
            eyes.see("concurrent");
            anna.press("Put mine on top of theirs");
            apply(anna, "See the funnel");
            assertThat(office.get("/api/connectors/shop")
                            .at("/configuration/stages")
                            .toString())
                    .contains("Requests", "900101");
            goBack(anna, eyes);
            eyes.judge();
            assertThat(anna.complaints()).isEmpty();
        }
    }

    private static void goBack(Chromium anna, Eyes eyes) {
        anna.page().navigate(anna.page().url().replace("funnel", "history"));
        anna.page().getByText("Stage “Inquiries” is called “Requests”").waitFor();
        eyes.see("history-of-two");
        anna.page().getByText("Go back to this").last().click();
        anna.page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        anna.press("Apply");
        anna.page().waitForURL(Pattern.compile(".*#/funnel/shop"));
    }
}
