package remfunnel.funnel.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One entry of an order into a status: it happened after one moment, as far as is known, and by another. */
public record StatusEntry(long statusId, Optional<Instant> after, Instant by, Precision precision) {
    /** This entry where it is only known to have come after a former one. */
    StatusEntry notBefore(StatusEntry former) {
        return new StatusEntry(statusId, former.after.map(this::notAfterItself), by, Precision.BOUNDED);
    }

    /** A source that answered with old states has entries in the wrong order. */
    private Instant notAfterItself(Instant moment) {
        return moment.isAfter(by) ? after.orElse(by) : moment;
    }

    /** This entry, or one of the same kind that may have come as late as a later one. */
    StatusEntry orAnotherBy(StatusEntry later) {
        return new StatusEntry(statusId, after, by.isAfter(later.by) ? by : later.by, Precision.BOUNDED);
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
