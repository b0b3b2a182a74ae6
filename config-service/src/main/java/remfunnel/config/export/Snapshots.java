package remfunnel.config.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Topic;

/** Takes snapshots of topics. One at a time finds out which records count: that is the part that takes memory. */
public final class Snapshots {
    /** Each that waits holds a thread of the web server. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> consumerProperties;
    private final Clock clock;
    private final Duration patience;
    private final ReentrantLock indexing = new ReentrantLock(true);

    public Snapshots(Map<String, Object> consumerProperties, Clock clock) {
        this(consumerProperties, clock, PATIENCE);
    }

    Snapshots(Map<String, Object> consumerProperties, Clock clock, Duration patience) {
        this.consumerProperties = Map.copyOf(consumerProperties);
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * With the connector given, of its records alone.
     *
     * @throws SnapshotsBusyException when others take snapshots for longer than a request may wait
     */
    public TopicSnapshot take(Topic<?> topic, Optional<String> connector) {
        return together(List.of(topic), connector).getFirst();
    }

    /** Up to ends that were asked for at once: the ends of what was committed, in all partitions of all of the topics. */
    public List<TopicSnapshot> together(List<Topic<?>> topics, Optional<String> connector) {
        TopicRecords records = new TopicRecords(consumerProperties, connector);
        if (!isOurTurn()) {
            throw new SnapshotsBusyException();
        }
        try {
            Instant asOf = clock.instant();
            Map<TopicPartition, Long> ends = ends(records, topics);
            return topics.stream()
                    .map(topic -> new TopicSnapshot(records, asOf, of(topic, ends)))
                    .toList();
        } finally {
            indexing.unlock();
        }
    }

    private boolean isOurTurn() {
        try {
            return indexing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<TopicPartition, Long> ends(TopicRecords records, List<Topic<?>> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = records.consumer()) {
            return consumer.endOffsets(topics.stream()
                    .flatMap(topic ->
                            partitions(
                                    topic, consumer.partitionsFor(topic.name()).size(), records.connector())
                                    .stream())
                    .toList());
        }
    }

    private static List<TopicPartition> partitions(Topic<?> topic, int count, Optional<String> connector) {
        return connector
                .map(id -> IntStream.of(ConnectorPartition.of(id, count)))
                .orElseGet(() -> IntStream.range(0, count))
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private static Map<TopicPartition, Long> of(Topic<?> topic, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> own = new LinkedHashMap<>();
        ends.keySet().stream()
                .filter(partition -> partition.topic().equals(topic.name()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .forEach(partition -> own.put(partition, ends.get(partition)));
        return own;
    }
}
