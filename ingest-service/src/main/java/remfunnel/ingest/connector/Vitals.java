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
            try {
                loop.run();
            } catch (JournalClosedException notOursAnyMore) {
                LOGGER.atDebug()
                        .addKeyValue("loop", name)
                        .addKeyValue("reason", notOursAnyMore.getMessage())
                        .log("A loop ended");
            } catch (RuntimeException bug) {
                dead.put(name, bug.getClass().getSimpleName());
                LOGGER.atError().addKeyValue("loop", name).setCause(bug).log("A loop died");
            }
        };
    }

    /** Loops that died, and of what. */
    public Map<String, String> dead() {
        return Map.copyOf(dead);
    }
}
