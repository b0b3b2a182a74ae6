package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The source's clock, as its last answer told it, plus the time that has passed since: never ahead of the source. A time
 * far ahead of that is believed only when a second answer confirms it: windows that end in the future lose what changes until then.
 */
final class SourceClock {
    private static final Duration TOLERATED = Duration.ofSeconds(60);

    private record Anchor(Instant time, long nanos) {
        Instant at(long later) {
            return time.plus(Duration.ofNanos(later - nanos));
        }
    }

    private final LongSupplier ticker;
    private Optional<Anchor> believed = Optional.empty();
    private Optional<Anchor> doubted = Optional.empty();

    SourceClock(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** What an answer said, as far as it is believed; {@code ours} stands in for the answers before the first. */
    synchronized Instant answered(Instant sourceTime, Instant ours) {
        var now = ticker.getAsLong();
        var told = new Anchor(sourceTime, now);
        var expected = believed.map(anchor -> anchor.at(now)).orElse(ours);
        if (!isAhead(sourceTime, expected) || isConfirmed(told)) {
            believed = Optional.of(told);
            doubted = Optional.empty();
            return sourceTime;
        }
        doubted = Optional.of(told);
        return expected;
    }

    /** Whether the last answer told a time that the next one has to confirm. */
    synchronized boolean isInDoubt() {
        return doubted.isPresent();
    }

    synchronized Optional<Instant> now() {
        var now = ticker.getAsLong();
        return believed.map(anchor -> anchor.at(now));
    }

    private boolean isConfirmed(Anchor told) {
        return doubted.map(before -> before.at(told.nanos()))
                .filter(foreseen -> !isAhead(told.time(), foreseen) && !isAhead(foreseen, told.time()))
                .isPresent();
    }

    private static boolean isAhead(Instant time, Instant of) {
        return time.isAfter(of.plus(TOLERATED));
    }
}
