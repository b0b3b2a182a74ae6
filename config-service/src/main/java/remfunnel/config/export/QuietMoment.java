package remfunnel.config.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks for a moment when no transaction was open. Kafka commits one partition after the other, so that ends of what was committed may have a
 * transaction's facts before them and its totals behind. They cannot where the ends of all records, asked for afterwards, are still the same: a
 * transaction is committed anywhere only once all of its records are written everywhere.
 */
final class QuietMoment {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Clock clock;
    private final Duration patience;

    /** Asks the brokers where partitions end now. */
    @FunctionalInterface
    interface EndLookup {
        Map<TopicPartition, Long> of(Collection<TopicPartition> partitions);
    }

    QuietMoment(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** When patience ends without such a moment, the ends of what was committed last, which are not of one. */
    Ends ends(List<TopicPartition> partitions, EndLookup committed, EndLookup written) {
        long began = System.nanoTime();
        Ends ends = look(partitions, committed, written);
        while (!ends.ofOneMoment() && System.nanoTime() - began < patience.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            ends = look(partitions, committed, written);
        }
        return ends;
    }

    /** What was committed is asked for first. One partition has no other to differ from. */
    private Ends look(List<TopicPartition> partitions, EndLookup committed, EndLookup written) {
        Instant asOf = clock.instant();
        Map<TopicPartition, Long> ends = committed.of(partitions);
        return new Ends(asOf, ends, partitions.size() == 1 || ends.equals(written.of(partitions)));
    }
}
