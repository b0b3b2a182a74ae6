package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it takes from what somebody does until what he wants to see is there, how much of a page there is then, and
 * how much was answered for it. Times are written down and not judged: a machine that has something else to do is no defect of a page.
 */
final class Stopwatch {
    /** More would be felt with every poll: a page that shows all of a large list has tens of thousands. */
    private static final int NODES = 6_000;

    /** Of all answers to one doing together; 10,000 orders as their list has them are about two million. */
    private static final int BYTES = 400_000;

    /** How often a page looks for what is new. */
    private static final long LOOK_MS = 5_000;

    private static final String ANSWERS = """
            () => {
              const all = performance.getEntriesByType('resource').filter(each => each.name.includes('/api/'));
              performance.clearResourceTimings();
              return [document.querySelectorAll('*').length, all.length, all.reduce((sum, each) => sum + each.decodedBodySize, 0)];
            }""";

    private final List<String> rows = new ArrayList<>();
    private final Page page;

    Stopwatch(Page page) {
        this.page = page;
    }

    void time(String what, Runnable act, String wanted) {
        page.evaluate(ANSWERS);
        long start = System.nanoTime();
        act.run();
        page.locator(wanted).first().waitFor();
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<Integer> seen = ((List<?>) page.evaluate(ANSWERS))
                .stream().map(each -> ((Number) each).intValue()).toList();
        rows.add("| %s | %d | %d | %d | %d |".formatted(what, millis, seen.get(0), seen.get(1), seen.get(2)));
        System.out.println(rows.getLast());
        assertThat(seen.get(0)).as("elements: " + what).isLessThan(NODES);
        assertThat(seen.get(2)).as("bytes: " + what).isLessThan((int) (BYTES * (1 + millis / LOOK_MS)));
    }

    /** As a table in a file. */
    void tell(String file) {
        List<String> table = new ArrayList<>(List.of(
                "| with many | ms | elements of the page | answers | their bytes |", "|---|---:|---:|---:|---:|"));
        table.addAll(rows);
        try {
            Files.write(Path.of("target", file), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
