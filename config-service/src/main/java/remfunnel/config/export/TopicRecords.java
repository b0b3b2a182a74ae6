package remfunnel.config.export;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import remfunnel.schemas.Keys;

/** The records of all connectors, or of one. */
record TopicRecords(Map<String, Object> consumerProperties, Optional<String> connector) {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(consumerProperties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Reading from(TopicPartition partition) {
        return new Reading(partition);
    }

    private boolean isWanted(byte[] key) {
        return key != null
                && connector
                        .map(id -> id.equals(Keys.connectorOf(new String(key, StandardCharsets.UTF_8))))
                        .orElse(true);
    }

    /** Of one partition, from its beginning, any number of times. */
    final class Reading implements AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer = consumer();
        private final TopicPartition partition;

        private Reading(TopicPartition partition) {
            this.partition = partition;
            consumer.assign(List.of(partition));
        }

        long start() {
            return consumer.beginningOffsets(List.of(partition)).get(partition);
        }

        void upTo(long end, Consumer<ConsumerRecord<byte[], byte[]>> take) {
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

        @Override
        public void close() {
            consumer.close();
        }
    }
}
