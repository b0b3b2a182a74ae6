package remfunnel.funnel.history;

import java.time.Duration;
import java.util.Optional;

/**
 * One entry of one order into a stage.
 *
 * @param n 0 for the first, and one more for each that follows
 * @param from the stay that it ended; empty for the first
 * @param entry when it happened, and how precisely that is known
 * @param dwell upper bound of the time in the stage left; empty for the first and where its beginning has no bound
 * @param first whether the order was never in the stage before
 */
public record Transition(
        int n,
        Optional<Stay> from,
        Stay to,
        Direction direction,
        StatusEntry entry,
        Optional<Duration> dwell,
        boolean first) {}
