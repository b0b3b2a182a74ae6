package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import remfunnel.config.cli.ServiceToken;

/** Somebody at a page, in a profile of his own, and what the browser's console complained of. */
final class Looker implements AutoCloseable {
    /** Others build beside, on the same cores. */
    static final double PATIENCE_MS = 180_000;

    private static final List<Integer> WIDTHS = List.of(375, 768, 1920);
    private static final int WIDTH = 1280;

    /** From every shop: what is told in the browser's time and not in the shop's is seen to be. */
    private static final String FAR_AWAY = "America/New_York";

    private static final int HEIGHT = 900;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> refusing = new ArrayList<>();
    private final Page page;

    Looker(Browser browser, String locale) {
        page = browser.newPage(new Browser.NewPageOptions()
                .setLocale(locale)
                .setTimezoneId(FAR_AWAY)
                .setViewportSize(WIDTH, HEIGHT));
        page.setDefaultTimeout(PATIENCE_MS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !isOfAPause(message)
                    && refusing.stream().noneMatch(message.location()::contains)) {
                complaints.add(message.text() + " " + message.location());
            }
        });
    }

    /** A machine that stands still for seconds makes the topology gather anew: the pages ask again. */
    private static boolean isOfAPause(ConsoleMessage message) {
        return message.text().contains("status of 503")
                && Stream.of("/draft/plan", "/trial", "/explain").anyMatch(message.location()::contains);
    }

    Page page() {
        return page;
    }

    /** Chromium complains of every answer that is a refusal: of this address one is what the test asks for. */
    void expectRefusal(String address) {
        refusing.add(address);
    }

    void openAsStranger(URI address) {
        page.navigate(address.toString());
    }

    /** As the owner of the machine, whose token the commands use too. */
    void open(URI service) {
        openAs(ServiceToken.authorization(service).orElseThrow(), service);
    }

    void openAs(String authorization, URI address) {
        page.setExtraHTTPHeaders(Map.of("Authorization", authorization));
        page.navigate(address.toString());
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** Of what opens over the page there is no more than the window. In a picture of the whole page what sticks to the window's edge would lie across its middle. */
    void picture(String name) {
        page.evaluate(
                "() => document.querySelectorAll('.sticky').forEach(each => { each.style.position = 'static'; })");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(page.locator("dialog[open]").count() == 0)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        page.evaluate("() => document.querySelectorAll('.sticky').forEach(each => { each.style.position = ''; })");
    }

    /** As {@link #pictures}, where nothing may have to be scrolled sideways. */
    void look(String name) {
        assertThat(pictures(name))
                .as("widths at which " + name + " is scrolled sideways")
                .isEmpty();
    }

    /** On a telephone, on a tablet and on a wide screen; tells at which widths it has to be scrolled sideways. */
    List<Integer> pictures(String name) {
        List<Integer> tooNarrow = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            picture(name + "-" + width);
            if ((boolean) page.evaluate(
                    "() => document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
                tooNarrow.add(width);
            }
        }
        page.setViewportSize(WIDTH, HEIGHT);
        return tooNarrow;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
