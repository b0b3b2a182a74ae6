package remfunnel.ingest.source;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Hears of every request, for metrics; what it is told holds no secret and no payload. */
public interface CrmObserver {
    /** An observer that does nothing. */
    CrmObserver NONE = new CrmObserver() {};

    /** For which connector it listens, as the log names it. */
    default String connector() {
        return "-";
    }

    /** What the key may be asked a second just now, all its connectors together; less for a while after a 429. */
    default void within(DoubleSupplier requestsPerSecond) {}

    /** A request waited so long for its turn in the key's budget. */
    default void waited(Priority priority, Duration wait) {}

    /**
     * One request of a call ended.
     *
     * @param call as in {@code orders}, {@code dictionary STATUS}, {@code token}
     * @param outcome an HTTP status as text, or {@code io} where none came
     */
    default void answered(String call, String outcome, Duration took) {}
}
