package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** How long it takes from what somebody does until what he wants to see is there, and how much of a page there is then. */
final class Stopwatch {
    /** More would be felt with every poll: a page that shows all of a large list has tens of thousands. */
    private static final int NODES = 6_000;

    private final List<String> told = new ArrayList<>();
    private final Page page;

    Stopwatch(Page page) {
        this.page = page;
    }

    void time(String what, Runnable act, String wanted) {
        long start = System.nanoTime();
        act.run();
        page.locator(wanted).first().waitFor();
        long millis = (System.nanoTime() - start) / 1_000_000;
        int nodes = ((Number) page.evaluate("() => document.querySelectorAll('*').length")).intValue();
        told.add("%s: %d ms, %d elements".formatted(what, millis, nodes));
        assertThat(nodes).as(what).isLessThan(NODES);
    }

    void tell() {
        told.forEach(line -> System.out.println("wizard with many: " + line));
    }
}
