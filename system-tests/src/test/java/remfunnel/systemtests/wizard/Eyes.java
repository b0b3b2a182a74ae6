package remfunnel.systemtests.wizard;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** Looks at a page as it stands, menus and dialogs open, in light and dark: axe-core does, and pictures are kept for people. */
final class Eyes {
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** Those of them that colours matter to: the page itself is the same in the dark. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String STILL_LOADING =
            "() => [...document.querySelectorAll('[role=status]')].every(each => !each.innerText.includes('…'))";

    private final SoftAssertions found = new SoftAssertions();
    private final Looker browser;

    Eyes(Looker browser) {
        this.browser = browser;
    }

    void see(String name) {
        browser.page().waitForFunction(STILL_LOADING);
        see(name, ColorScheme.DARK, axe().withRules(OF_COLOURS));
        see(name, ColorScheme.LIGHT, axe().withTags(LEVELS));
    }

    private void see(String name, ColorScheme scheme, AxeBuilder axe) {
        browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        found.assertThat(violations(axe)).as(name + " " + scheme).isEmpty();
        found.assertThat(browser.pictures(name + "-" + scheme))
                .as("widths at which " + name + " is scrolled sideways")
                .isEmpty();
    }

    private AxeBuilder axe() {
        return new AxeBuilder(browser.page()).setLegacyMode(true);
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .toList();
    }

    /** All that was seen, told at once. */
    void judge() {
        found.assertAll();
    }
}
