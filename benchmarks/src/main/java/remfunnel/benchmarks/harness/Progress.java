package remfunnel.benchmarks.harness;

import java.io.PrintStream;
import java.time.Duration;

/** Says what is going on: a benchmark is long and silence looks like a fault. */
public final class Progress {
    private final PrintStream out;
    private final String name;
    private final long began = System.nanoTime();

    public Progress(PrintStream out, String name) {
        this.out = out;
        this.name = name;
    }

    public void say(String what) {
        var passed = Duration.ofNanos(System.nanoTime() - began);
        out.printf("%s %d:%02d  %s%n", name, passed.toMinutes(), passed.toSecondsPart(), what);
        out.flush();
    }
}
