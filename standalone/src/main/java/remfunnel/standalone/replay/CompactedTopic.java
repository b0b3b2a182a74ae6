package remfunnel.standalone.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
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

    /** As of the moment of the call. */
    Map<String, ByteBuffer> read() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(each -> new TopicPartition(name, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        }
    }

    private static Map<String, ByteBuffer> read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, ByteBuffer> values = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(WAIT).forEach(each -> keep(values, each));
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
