package remfunnel.ingest.source;

import java.time.Duration;

/** How a caller waits before it tries again. */
@FunctionalInterface
interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
}
