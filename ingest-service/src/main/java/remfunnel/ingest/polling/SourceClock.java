package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** The source's clock, as its last answer told it, plus the time that has passed since: never ahead of the source. */
final class SourceClock {
    private record Anchor(Instant time, long nanos) {}

    private final AtomicReference<Anchor> last = new AtomicReference<>();
    private final LongSupplier ticker;

    SourceClock(LongSupplier ticker) {
        this.ticker = ticker;
    }

    void answered(Instant sourceTime) {
        last.set(new Anchor(sourceTime, ticker.getAsLong()));
    }

    Optional<Instant> now() {
        return Optional.ofNullable(last.get())
                .map(anchor -> anchor.time().plus(Duration.ofNanos(ticker.getAsLong() - anchor.nanos())));
    }
}
