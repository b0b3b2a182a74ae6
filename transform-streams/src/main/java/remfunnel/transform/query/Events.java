package remfunnel.transform.query;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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

/**
 * Reads one event of remonline.orders by its place: state keeps no payload. To open a consumer takes more of the processor than to read
 * by one, so the last is kept for the next who asks.
 */
@Component
class Events implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final SharedSettings settings;
    private final Records records;
    private final AtomicReference<KafkaConsumer<byte[], byte[]>> kept = new AtomicReference<>();

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
        var consumer = Optional.ofNullable(kept.getAndSet(null)).orElseGet(this::open);
        boolean isSound = false;
        try {
            var record = read(origin, consumer);
            isSound = true;
            return record;
        } catch (OffsetOutOfRangeException gone) {
            isSound = true;
            throw gone;
        } finally {
            if (!isSound || !kept.compareAndSet(null, consumer)) {
                consumer.close();
            }
        }
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> read(
            Origin origin, KafkaConsumer<byte[], byte[]> consumer) {
        var partition = new TopicPartition(Topics.ORDERS.name(), origin.partition());
        consumer.assign(List.of(partition));
        if (consumer.beginningOffsets(List.of(partition)).get(partition) > origin.offset()) {
            return Optional.empty();
        }
        consumer.seek(partition, origin.offset());
        return first(consumer, partition).filter(record -> record.offset() == origin.offset());
    }

    private KafkaConsumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
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

    @Override
    public void close() {
        Optional.ofNullable(kept.getAndSet(null)).ifPresent(KafkaConsumer::close);
    }
}
