package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
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
    private static final long BYTES = 400_000;

    private final List<String> rows = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();
    private final Page page;

    Stopwatch(Page page) {
        this.page = page;
        page.onResponse(each -> {
            if (each.url().contains("/api/")) {
                answers.add(each);
            }
        });
    }

    void time(String what, Runnable act, String wanted) {
        answers.clear();
        long start = System.nanoTime();
        act.run();
        page.locator(wanted).first().waitFor();
        long millis = (System.nanoTime() - start) / 1_000_000;
        int nodes = ((Number) page.evaluate("() => document.querySelectorAll('*').length")).intValue();
        long bytes = answers.stream().mapToLong(each -> each.body().length).sum();
        rows.add("| %s | %d | %d | %d | %d |".formatted(what, millis, nodes, answers.size(), bytes));
        assertThat(nodes).as("elements: " + what).isLessThan(NODES);
        assertThat(bytes).as("bytes: " + what).isLessThan(BYTES);
    }

    /** As a table, here and in a file. */
    void tell(String file) {
        List<String> table = new ArrayList<>(List.of(
                "| with many | ms | elements of the page | answers | their bytes |", "|---|---:|---:|---:|---:|"));
        table.addAll(rows);
        table.forEach(System.out::println);
        try {
            Files.write(Path.of("target", file), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
