package remfunnel.config;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.Topic;

/** Reads whole topics from their beginning into views, and goes on with what is added. */
final class TopicTail implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private interface Feed {
        void take(ConsumerRecord<byte[], byte[]> record);
    }

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Records records;
    private final Map<String, Feed> feeds = new HashMap<>();
    private final ReadPositions positions = new ReadPositions();
    private Runnable onceCaughtUp = () -> {};
    private volatile boolean closed;
    private volatile boolean reading;

    TopicTail(KafkaSettings kafka, Records records) {
        this.consumers = () -> new KafkaConsumer<>(
                TopicReaders.properties(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.records = records;
    }

    <V> TopicTail feeding(Topic<V> topic, TopicView<V> view) {
        return feeding(topic, view, (key, value) -> true);
    }

    /** Told at the end of what the topics held at the start, and again where reading begins anew. */
    TopicTail onceCaughtUp(Runnable told) {
        onceCaughtUp = told;
        return this;
    }

    /** What takes each record of a topic, a tombstone as empty, by its key and offset. */
    interface Taker<V> {
        void accept(String key, Optional<V> value, long offset);
    }

    <V> TopicTail feedingInto(Topic<V> topic, Taker<V> taker) {
        RecordReader<V> reader = records.reader(topic);
        feeds.put(
                topic.name(),
                record -> take(record, reader, (key, value) -> taker.accept(key, value, record.offset())));
        return this;
    }

    /** A record that does not fit its key is as good as unreadable: it would speak for another. */
    <V> TopicTail feeding(Topic<V> topic, TopicView<V> view, BiPredicate<String, V> fits) {
        RecordReader<V> reader = records.reader(topic);
        feeds.put(
                topic.name(),
                record -> take(record, reader, (key, value) -> {
                    if (value.filter(it -> !fits.test(key, it)).isPresent()) {
                        passedOver(record, "its connector_id is not its key");
                    } else {
                        view.accept(key, value, record.offset());
                    }
                }));
        return this;
    }

    private static <V> void take(
            ConsumerRecord<byte[], byte[]> record, RecordReader<V> reader, BiConsumer<String, Optional<V>> taker) {
        if (record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            taker.accept(key, Optional.empty());
            return;
        }
        switch (reader.read(record.value())) {
            case RecordReader.Reading.Decoded<V> decoded -> taker.accept(key, Optional.of(decoded.value()));
            case RecordReader.Reading.Undecodable<V> garbage -> passedOver(record, garbage.reason());
        }
    }

    private static void passedOver(ConsumerRecord<byte[], byte[]> record, Object reason) {
        LOGGER.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", reason)
                .log("Passed over a record that cannot be read");
    }

    @Override
    public void run() {
        while (!closed) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                read(consumer);
            } catch (WakeupException | InterruptException e) {
                closed = true;
            } catch (KafkaException e) {
                reading = false;
                LOGGER.atError().setCause(e).log("Reading the topics failed; trying again");
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
        reading = false;
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = TopicReaders.partitions(consumer, feeds.keySet());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        positions.expect(consumer.endOffsets(partitions));
        boolean told = false;
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                takePatiently(record);
            }
            reading = true;
            partitions.forEach(partition -> positions.reached(partition, consumer.position(partition)));
            if (!told && awaitCaughtUp(Duration.ZERO)) {
                told = true;
                onceCaughtUp.run();
            }
        }
    }

    /** A registry that is away is waited for: skipping a record would show an old value as the last. */
    private void takePatiently(ConsumerRecord<byte[], byte[]> record) {
        while (!closed) {
            try {
                feeds.get(record.topic()).take(record);
                return;
            } catch (RegistryUnavailableException e) {
                reading = false;
                LOGGER.atWarn().addKeyValue("topic", record.topic()).log("Waiting for the schema registry");
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    boolean awaitCaughtUp(Duration patience) {
        return positions.awaitExpected(patience);
    }

    boolean awaitOffset(String topic, long offset, Duration patience) {
        return positions.await(new TopicPartition(topic, 0), offset + 1, patience);
    }

    boolean isReading() {
        return reading;
    }

    void close() {
        closed = true;
    }
}
