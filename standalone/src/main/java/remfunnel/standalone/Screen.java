package remfunnel.standalone;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** What the one who started the machine reads: a line for each thing that is up, and how long it took. */
final class Screen {
    private final PrintWriter out;

    Screen(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Runs a step; says that it is done and how long it took. A step that fails is told by its exception. */
    <T> T step(String name, Supplier<T> step) {
        long began = System.nanoTime();
        T result = step.get();
        say("  %-10s %5.1f s"
                .formatted(name, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0));
        return result;
    }
}
