package remfunnel.systemtests.kills;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import remfunnel.schemas.Keys;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Topic;

/** A read_committed consumer of a whole topic from its beginning on, as BI would have one. */
abstract class TopicTail<V> implements AutoCloseable {
    private static final int HEADER_BYTES = 5;

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Topic<V> topic;
    private final Optional<String> connector;

    TopicTail(Topic<V> topic, String bootstrapServers, Optional<String> connector) {
        this.topic = topic;
        this.connector = connector;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    abstract void take(ConsumerRecord<String, byte[]> committed);

    /** Takes what has been committed since. */
    final void read() {
        consumer.poll(Duration.ofMillis(50)).forEach(committed -> {
            if (connector.isEmpty() || Keys.connectorOf(committed.key()).equals(connector.get())) {
                take(committed);
            }
        });
    }

    final Optional<String> connector() {
        return connector;
    }

    /** Takes everything that is committed by now. */
    final void readToTheEnd() {
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            while (consumer.position(partition) < end) {
                read();
            }
        });
    }

    /** Behind the registry's five bytes lies plain Avro: read so, no dead registry keeps the test from seeing. */
    final V decoded(byte[] value) {
        byte[] avro = Arrays.copyOfRange(value, HEADER_BYTES, value.length);
        return new PlainRecords().deserializer(topic).deserialize(topic.name(), avro);
    }

    @Override
    public final void close() {
        consumer.close();
    }
}
