package remfunnel.config.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a command waits between two looks. */
@FunctionalInterface
interface Pause {
    void pause(Duration duration);

    static Pause real() {
        return duration -> {
            try {
                TimeUnit.MILLISECONDS.sleep(duration.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("interrupted");
            }
        };
    }
}
