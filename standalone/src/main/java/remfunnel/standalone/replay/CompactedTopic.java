package remfunnel.standalone.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a compacted topic holds: the last value of each key, as a digest of its bytes. */
final class CompactedTopic {
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final String name;

    CompactedTopic(Map<String, Object> kafka, String name) {
        this.kafka = kafka;
        this.name = name;
    }

    /** Some of the keys: those whose hash leaves this rest. */
    record Part(int rest, int of) {
        static final Part ALL = new Part(0, 1);

        boolean holds(byte[] key) {
            return Math.floorMod(Arrays.hashCode(key), of) == rest;
        }
    }

    /** How many there are at most: what compaction took is counted as well. */
    long records() {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            long begin = consumer.beginningOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return end - begin;
        }
    }

    /** As of the moment of the call. */
    Map<String, ByteBuffer> read() {
        return read(Part.ALL);
    }

    /** As of the moment of the call. */
    Map<String, ByteBuffer> read(Part part) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions), part);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(name).stream()
                .map(each -> new TopicPartition(name, each.partition()))
                .toList();
    }

    private static Map<String, ByteBuffer> read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Part part) {
        Map<String, ByteBuffer> values = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(WAIT).forEach(each -> {
                if (part.holds(each.key())) {
                    keep(values, each);
                }
            });
        }
        return values;
    }

    private static void keep(Map<String, ByteBuffer> values, ConsumerRecord<byte[], byte[]> each) {
        var key = new String(each.key(), StandardCharsets.UTF_8);
        if (each.value() == null) {
            values.remove(key);
        } else {
            values.put(key, digest(each.value()));
        }
    }

    private static ByteBuffer digest(byte[] value) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
