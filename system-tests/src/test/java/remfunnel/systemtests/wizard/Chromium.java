package remfunnel.systemtests.wizard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's own browser; whoever looks at pages has a profile of his own in it. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setTimeout(Looker.PATIENCE_MS)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Looker.PATIENCE_MS);
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    Looker looker(String locale) {
        return new Looker(browser, locale);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
