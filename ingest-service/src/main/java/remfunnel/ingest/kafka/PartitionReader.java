package remfunnel.ingest.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.schemas.Topic;

/** Reads one partition number of several topics: first all there is, then what comes. */
public final class PartitionReader implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PartitionReader.class);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final int partition;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Route<?>> routes = new HashMap<>();

    /**
     * What is known of a record beside its content.
     *
     * @param life of the connector, where the record tells it
     */
    public record Origin(long offset, Optional<Long> life) {
        static Origin of(ConsumerRecord<?, ?> received) {
            return new Origin(received.offset(), LifeHeader.read(received.headers()));
        }
    }

    /** Where the records of one topic go. */
    @FunctionalInterface
    public interface Target<V> {
        void accept(String key, Optional<V> value, Origin origin);
    }

    private record Route<V>(RecordReader<V> reader, Target<V> target) {
        void pass(ConsumerRecord<String, byte[]> received) {
            if (received.value() == null) {
                target.accept(received.key(), Optional.empty(), Origin.of(received));
                return;
            }
            switch (reader.read(received.value())) {
                case Reading.Decoded<V> decoded ->
                    target.accept(received.key(), Optional.of(decoded.value()), Origin.of(received));
                case Reading.Undecodable<V> garbage ->
                    LOGGER.atWarn()
                            .addKeyValue("topic", received.topic())
                            .addKeyValue("partition", received.partition())
                            .addKeyValue("offset", received.offset())
                            .addKeyValue("reason", garbage.reason())
                            .log("A record cannot be read and is passed over");
            }
        }
    }

    public PartitionReader(int partition, KafkaAccess kafka) {
        this.partition = partition;
        this.consumer = new KafkaConsumer<>(kafka.reader(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    public <V> PartitionReader route(Topic<V> topic, RecordReader<V> reader, Target<V> target) {
        routes.put(topic.name(), new Route<>(reader, target));
        return this;
    }

    /** Passes on every record that was committed before the call. */
    public void readToEnd() {
        var partitions = routes.keySet().stream().map(this::partitionOf).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            pass();
        }
    }

    /** From now on passes on only what comes on these topics. */
    public void followOnly(List<Topic<?>> topics) {
        var followed = topics.stream().map(topic -> partitionOf(topic.name())).toList();
        consumer.pause(consumer.assignment().stream()
                .filter(assigned -> !followed.contains(assigned))
                .toList());
    }

    /** Passes on what has come; waits a moment where nothing has. */
    public void pass() {
        consumer.poll(WAIT).forEach(received -> {
            if (received.key() != null) {
                routes.get(received.topic()).pass(received);
            }
        });
    }

    private TopicPartition partitionOf(String topic) {
        return new TopicPartition(topic, partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
