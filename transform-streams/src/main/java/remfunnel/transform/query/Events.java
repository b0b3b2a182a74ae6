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
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.stereotype.Component;
import remfunnel.OrderEvent;
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
    private final SharedReader<OrderEvent> reader;

    Events(SharedSettings settings, Records records) {
        this.settings = settings;
        this.reader = new SharedReader<>(records, Topics.ORDERS);
    }

    /**
     * Empty when the topic does not hold it any more, or bytes that are no event.
     *
     * @throws RetriableException when nothing came in time
     */
    Optional<EventRecord> at(Origin origin) {
        return record(origin)
                .flatMap(record -> reader.read(record.value())
                        .map(event ->
                                new EventRecord(origin, Instant.ofEpochMilli(Math.max(0, record.timestamp())), event)));
    }

    private Optional<ConsumerRecord<byte[], byte[]>> record(Origin origin) {
        var partition = new TopicPartition(Topics.ORDERS.name(), origin.partition());
        try (var consumer =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, origin.offset());
            return first(consumer, partition).filter(record -> record.offset() == origin.offset());
        } catch (OffsetOutOfRangeException gone) {
            return Optional.empty();
        }
    }

    /** Empty at the end of a topic: one that was made anew is shorter than state says. */
    private static Optional<ConsumerRecord<byte[], byte[]>> first(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            var polled = consumer.poll(POLL).records(partition);
            if (!polled.isEmpty()) {
                return Optional.of(polled.getFirst());
            }
        }
        if (consumer.endOffsets(List.of(partition), POLL).get(partition) <= consumer.position(partition, POLL)) {
            return Optional.empty();
        }
        throw new TimeoutException("no event of " + partition + " within " + PATIENCE.toSeconds() + " s");
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(settings.kafka().clientProperties());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // To register some hundred figures, for one record, takes longer than to read it.
        properties.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }
}
