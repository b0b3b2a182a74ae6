package remfunnel.config.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Topic;

/**
 * Looks for a moment when no transaction was open. Kafka commits one partition after the other, so that ends of what was committed may have a
 * transaction's facts before them and its totals behind. They cannot where the ends of all records, asked for afterwards, are still the same: a
 * transaction is committed anywhere only once all of its records are written everywhere.
 */
final class QuietMoment {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Map<String, Object> consumerProperties;
    private final Clock clock;

    QuietMoment(Map<String, Object> consumerProperties, Clock clock) {
        this.consumerProperties = consumerProperties;
        this.clock = clock;
    }

    /** After some seconds without such a moment, the ends of what was committed last, which are not of one. */
    Ends ends(List<Topic<?>> topics, Optional<String> connector) {
        Instant first = clock.instant();
        try (var committed = consumer(IsolationLevel.READ_COMMITTED);
                var written = consumer(IsolationLevel.READ_UNCOMMITTED)) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> partitions(topic, connector, committed).stream())
                    .toList();
            long began = System.nanoTime();
            Ends ends = new Ends(first, committed.endOffsets(partitions), partitions.size() == 1);
            while (!ends.ofOneMoment() && System.nanoTime() - began < PATIENCE.toNanos()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                ends = ends(partitions, committed, written);
            }
            return ends;
        }
    }

    private Ends ends(
            List<TopicPartition> partitions,
            KafkaConsumer<byte[], byte[]> committed,
            KafkaConsumer<byte[], byte[]> written) {
        Instant asOf = clock.instant();
        Map<TopicPartition, Long> ends = committed.endOffsets(partitions);
        return new Ends(asOf, ends, ends.equals(written.endOffsets(partitions)));
    }

    private static List<TopicPartition> partitions(
            Topic<?> topic, Optional<String> connector, KafkaConsumer<byte[], byte[]> consumer) {
        int count = consumer.partitionsFor(topic.name()).size();
        return connector
                .map(id -> IntStream.of(ConnectorPartition.of(id, count)))
                .orElseGet(() -> IntStream.range(0, count))
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        Map<String, Object> properties = new HashMap<>(consumerProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.name().toLowerCase(Locale.ROOT));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
