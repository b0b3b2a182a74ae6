package remfunnel.config.export;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Keys;

/** The values that a compacted topic holds at one moment: its partitions are read twice, first for the offsets that count. */
public final class TopicSnapshot {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> consumerProperties;
    private final String topic;
    private final Optional<String> connector;

    /** With the connector given, of its records alone. */
    public TopicSnapshot(Map<String, Object> consumerProperties, String topic, Optional<String> connector) {
        this.consumerProperties = consumerProperties;
        this.topic = topic;
        this.connector = connector;
    }

    /** As of the end of the topic when it is called, partition by partition in the order of the records. */
    public void forEach(Consumer<byte[]> values) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumerProperties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                stream(consumer, partition, ends.get(partition), values);
            }
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        int count = consumer.partitionsFor(topic).size();
        return connector
                .map(id -> Stream.of(ConnectorPartition.of(id, count)))
                .orElseGet(() -> Stream.iterate(0, i -> i < count, i -> i + 1))
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private void stream(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end, Consumer<byte[]> values) {
        consumer.assign(List.of(partition));
        long start = consumer.beginningOffsets(List.of(partition)).get(partition);
        LiveOffsets offsets = new LiveOffsets(start);
        read(consumer, partition, end, record -> offsets.add(record.key(), record.offset(), record.value() == null));
        offsets.finish();
        int[] found = {0};
        read(consumer, partition, end, record -> {
            if (offsets.isLive(record.offset())) {
                found[0]++;
                values.accept(record.value());
            }
        });
        if (found[0] != offsets.count()) {
            throw new SnapshotLostException(topic);
        }
    }

    private void read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long end,
            Consumer<ConsumerRecord<byte[], byte[]>> take) {
        consumer.seekToBeginning(List.of(partition));
        long moved = System.nanoTime();
        for (long position = consumer.position(partition); position < end; ) {
            consumer.poll(POLL).records(partition).stream()
                    .filter(record -> record.offset() < end && isWanted(record.key()))
                    .forEach(take);
            long reached = consumer.position(partition);
            moved = reached > position ? System.nanoTime() : moved;
            if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new TimeoutException(partition + " cannot be read beyond " + position);
            }
            position = reached;
        }
    }

    private boolean isWanted(byte[] key) {
        return key != null
                && (connector.isEmpty()
                        || Keys.connectorOf(new String(key, StandardCharsets.UTF_8))
                                .equals(connector.get()));
    }
}
