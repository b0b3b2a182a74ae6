package remfunnel.ingest.connector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.ingest.kafka.JournalClosedException;

/** Knows of every loop that ended by a bug, so that liveness can say so. */
public final class Vitals {
    private static final Logger LOGGER = LoggerFactory.getLogger(Vitals.class);

    private final Map<String, String> dead = new ConcurrentHashMap<>();

    /** The loop with a watch over how it ends. */
    public Runnable watched(String name, Runnable loop) {
        return () -> {
            var explained = false;
            try {
                loop.run();
                explained = true;
            } catch (JournalClosedException notOursAnyMore) {
                explained = true;
                LOGGER.atDebug()
                        .addKeyValue("loop", name)
                        .addKeyValue("reason", notOursAnyMore.getMessage())
                        .log("A loop ended");
            } catch (RuntimeException bug) {
                explained = true;
                dead.put(name, bug.getClass().getSimpleName());
                LOGGER.atError().addKeyValue("loop", name).setCause(bug).log("A loop died");
            } finally {
                // What is thrown then is an Error, which goes on to the thread's own handler.
                if (!explained) {
                    dead.put(name, "an error of the JVM");
                }
            }
        };
    }

    /** Loops that died, and of what. */
    public Map<String, String> dead() {
        return Map.copyOf(dead);
    }
}
