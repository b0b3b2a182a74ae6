package remfunnel.funnel.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One entry of an order into a status: it happened after one moment, as far as is known, and by another. */
public record StatusEntry(long statusId, Optional<Instant> after, Instant by, Precision precision) {
    /** This entry where it is only known to have come after a former one. */
    StatusEntry notBefore(StatusEntry former) {
        return new StatusEntry(statusId, former.after, by, Precision.BOUNDED);
    }

    /**
     * The most time that can lie between this entry and a later one; empty where this one has no lower bound. None lies between what a
     * source that answered with old states has in the wrong order.
     */
    public Optional<Duration> longestUntil(StatusEntry later) {
        return after.map(earliest -> Duration.between(earliest, later.by()))
                .map(time -> time.isNegative() ? Duration.ZERO : time);
    }
}
