package remfunnel.transform.query;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.stereotype.Component;
import remfunnel.OrderEvent;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.schemas.Records;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Origin;

/** Reads one event of remonline.orders by its place: state keeps no payload. */
@Component
class Events {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final SharedSettings settings;
    private final Records records;

    Events(SharedSettings settings, Records records) {
        this.settings = settings;
        this.records = records;
    }

    /** Empty when the topic does not hold it any more; it may let it go while it is read. */
    Optional<EventRecord> at(Origin origin) {
        try {
            return found(origin);
        } catch (OffsetOutOfRangeException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<EventRecord> found(Origin origin) {
        return read(origin)
                .flatMap(record -> decoded(record)
                        .map(event ->
                                new EventRecord(origin, Instant.ofEpochMilli(Math.max(0, record.timestamp())), event)));
    }

    private Optional<OrderEvent> decoded(ConsumerRecord<byte[], byte[]> record) {
        return records.reader(Topics.ORDERS).read(record.value()) instanceof Reading.Decoded<OrderEvent>(var event)
                ? Optional.of(event)
                : Optional.empty();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> read(Origin origin) {
        var partition = new TopicPartition(Topics.ORDERS.name(), origin.partition());
        try (var consumer =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            if (consumer.beginningOffsets(List.of(partition)).get(partition) > origin.offset()) {
                return Optional.empty();
            }
            consumer.seek(partition, origin.offset());
            return first(consumer, partition).filter(record -> record.offset() == origin.offset());
        }
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> first(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            var polled = consumer.poll(POLL).records(partition);
            if (!polled.isEmpty()) {
                return Optional.of(polled.getFirst());
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(settings.kafka().clientProperties());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return properties;
    }
}
