package remfunnel.config.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says on the error stream, every few seconds, that an answer is being worked on, until it is there. */
final class StillWaiting {
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Terminal terminal;
    private final Duration every;

    StillWaiting(Terminal terminal) {
        this(terminal, EVERY);
    }

    StillWaiting(Terminal terminal, Duration every) {
        this.terminal = terminal;
        this.every = every;
    }

    /** @param what config-service does meanwhile, as in "reads every order" */
    <T> T during(String what, Supplier<T> answer) {
        long began = System.nanoTime();
        try (var saying = Executors.newSingleThreadScheduledExecutor()) {
            var said = saying.scheduleAtFixedRate(
                    () -> terminal.err().println("config-service " + what + ": " + seconds(began) + " s so far"),
                    every.toNanos(),
                    every.toNanos(),
                    TimeUnit.NANOSECONDS);
            try {
                return answer.get();
            } finally {
                said.cancel(false);
            }
        }
    }

    private static long seconds(long began) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    }
}
