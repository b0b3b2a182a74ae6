package remfunnel.benchmarks.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic as BI does: committed records only. */
public final class Tail implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private long seen;

    private Tail(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** From the first record on. */
    public static Tail of(Cluster cluster, String topic) {
        return of(cluster.settings().kafka().clientProperties(), topic);
    }

    public static Tail of(Map<String, Object> client, String topic) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Tail(consumer);
    }

    public Tail fromTheEnd() {
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return this;
    }

    /** What has come in the meantime; waits a moment when there is nothing. */
    public void poll(Consumer<ConsumerRecord<byte[], byte[]>> each) {
        poll(PATIENCE, each);
    }

    /** What has come in the meantime, if anything. */
    public void pollNow(Consumer<ConsumerRecord<byte[], byte[]>> each) {
        poll(Duration.ZERO, each);
    }

    private void poll(Duration patience, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        var records = consumer.poll(patience);
        seen += records.count();
        records.forEach(each);
    }

    public void awaitRecords(long atLeast) {
        while (seen < atLeast) {
            poll(record -> {});
        }
    }

    public long seen() {
        return seen;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
