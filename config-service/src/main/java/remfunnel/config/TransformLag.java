package remfunnel.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import remfunnel.schemas.ConnectorPartition;

/**
 * How many events the transform has still to read before it knows all of a connector: those of the connector's partition, the marks of
 * transactions among them. All connectors are asked for at once, and the answer serves whoever looks within two seconds.
 */
@Component
class TransformLag {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Supplier<List<Long>> unread;
    private final LongSupplier nanos;
    private Optional<Answer> last = Optional.empty();

    private record Answer(long at, List<Long> ofPartitions) {}

    @Autowired
    TransformLag(UnreadOrders unread) {
        this(unread, System::nanoTime);
    }

    TransformLag(Supplier<List<Long>> unread, LongSupplier nanos) {
        this.unread = unread;
        this.nanos = nanos;
    }

    /** Empty where nobody knows. */
    Optional<Long> of(String connector) {
        List<Long> ofPartitions = ofPartitions();
        return ofPartitions.isEmpty()
                ? Optional.empty()
                : Optional.of(ofPartitions.get(ConnectorPartition.of(connector, ofPartitions.size())));
    }

    private synchronized List<Long> ofPartitions() {
        Answer answer =
                last.filter(it -> nanos.getAsLong() - it.at < FRESH.toNanos()).orElseGet(this::ask);
        last = Optional.of(answer);
        return answer.ofPartitions;
    }

    /** Fresh from when it came: a broker that is away is not asked again at once. */
    private Answer ask() {
        List<Long> ofPartitions = unread.get();
        return new Answer(nanos.getAsLong(), ofPartitions);
    }
}
