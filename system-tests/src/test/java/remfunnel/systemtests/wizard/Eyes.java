package remfunnel.systemtests.wizard;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** Looks at a page as it stands, menus and dialogs open, in light and dark: axe-core does, and pictures are kept for people. */
final class Eyes {
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final String STILL_LOADING =
            "() => [...document.querySelectorAll('[role=status]')].every(each => !each.innerText.includes('…'))";

    private final SoftAssertions found = new SoftAssertions();
    private final Looker browser;

    Eyes(Looker browser) {
        this.browser = browser;
    }

    void see(String name) {
        browser.page().waitForFunction(STILL_LOADING);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            found.assertThat(violations()).as(name + " " + scheme).isEmpty();
            browser.pictures(name + "-" + scheme);
        }
        browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private List<String> violations() {
        return new AxeBuilder(browser.page())
                .withTags(LEVELS).setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** All that was seen, told at once. */
    void judge() {
        found.assertAll();
    }
}
