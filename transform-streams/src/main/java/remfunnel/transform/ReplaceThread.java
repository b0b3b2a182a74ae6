package remfunnel.transform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a failed thread anew, ever more slowly while failures follow each other: a dependency that is away comes back,
 * and until then nothing is lost, because the failed transaction never was.
 */
final class ReplaceThread implements StreamsUncaughtExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReplaceThread.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration CALM = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Consumer<Duration> pause;
    private Instant lastFailure = Instant.EPOCH;
    private Duration wait = FIRST;

    ReplaceThread(InstantSource clock, Consumer<Duration> pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (failure instanceof Error) {
            LOGGER.atError().setCause(failure).log("The process itself is broken: the topology stops");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        var next = nextWait();
        LOGGER.atError().setCause(failure).addKeyValue("wait", next).log("A thread failed and is started anew");
        pause.accept(next);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized Duration nextWait() {
        var now = clock.instant();
        boolean calm = now.isAfter(lastFailure.plus(CALM));
        var doubled = wait.multipliedBy(2);
        wait = calm ? FIRST : doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        lastFailure = now;
        return wait;
    }
}
