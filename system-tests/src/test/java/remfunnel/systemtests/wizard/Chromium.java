package remfunnel.systemtests.wizard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import remfunnel.config.cli.ServiceToken;

/** The system's own browser on one page, and what its console complained of. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    /** Chromium says so of each answer that is a refusal, as of a mistaken formula: that is no fault of a page. */
    private static final String REFUSED = "Failed to load resource";

    private static final double PATIENCE_MS = 30_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    Chromium(String locale) {
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
        page = browser.newPage(new Browser.NewPageOptions().setLocale(locale).setViewportSize(1280, 900));
        page.setDefaultTimeout(PATIENCE_MS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
                complaints.add(message.text());
            }
        });
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    Page page() {
        return page;
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

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
