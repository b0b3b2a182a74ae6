package remfunnel.ingest.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long ago a connector was read, and how old a change of it can be that was not. */
final class Freshness {
    private final LongSupplier ticker;
    private final Supplier<Instant> sourceTime;
    private final Supplier<Optional<Instant>> completeUntil;
    private volatile long polledAt;

    /**
     * As if it had been polled just now.
     *
     * @param sourceTime by the source's clock
     * @param completeUntil up to when every change was read; empty before anything was
     */
    Freshness(LongSupplier ticker, Supplier<Instant> sourceTime, Supplier<Optional<Instant>> completeUntil) {
        this.ticker = ticker;
        this.sourceTime = sourceTime;
        this.completeUntil = completeUntil;
        this.polledAt = ticker.getAsLong();
    }

    void polled() {
        polledAt = ticker.getAsLong();
    }

    Duration sincePoll() {
        return Duration.ofNanos(ticker.getAsLong() - polledAt);
    }

    /** No change that was not read is older; empty before anything was read. */
    Optional<Duration> unread() {
        var age = completeUntil.get().map(until -> Duration.between(until, sourceTime.get()));
        return age.map(each -> each.isNegative() ? Duration.ZERO : each);
    }
}
