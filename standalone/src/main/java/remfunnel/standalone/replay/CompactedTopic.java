package remfunnel.standalone.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a compacted topic holds: the last value of each key, as a digest of its bytes. */
final class CompactedTopic {
    static final Map<TopicPartition, Long> NOT_LOOKED_AT_YET = Map.of();

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

    /** Where it ends now. */
    Map<TopicPartition, Long> ends() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer));
        }
    }

    /** As of the moment of the call. */
    Map<String, ByteBuffer> read() {
        return read(Part.ALL, NOT_LOOKED_AT_YET).last();
    }

    /**
     * As of the moment of the call.
     *
     * @param looked where it ended when it was looked at before
     */
    Values read(Part part, Map<TopicPartition, Long> looked) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions), part, looked);
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

    private static Values read(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Part part,
            Map<TopicPartition, Long> looked) {
        var values = new Values(new HashMap<>(), new HashMap<>());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(WAIT).forEach(each -> {
                if (part.holds(each.key())) {
                    long isNewFrom =
                            looked.getOrDefault(new TopicPartition(each.topic(), each.partition()), Long.MAX_VALUE);
                    values.take(each, each.offset() >= isNewFrom);
                }
            });
        }
        return values;
    }

    /**
     * @param last what each key holds
     * @param since of the keys written since the look before: all that they held since then
     */
    record Values(Map<String, ByteBuffer> last, Map<String, Set<ByteBuffer>> since) {
        private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

        Set<String> keys() {
            return last.keySet();
        }

        /** Topics are read one after the other, so what one holds the other may have held a moment ago. */
        boolean areEqual(Values other, String key) {
            return held(key).contains(other.holds(key)) || other.held(key).contains(holds(key));
        }

        private Set<ByteBuffer> held(String key) {
            return since.getOrDefault(key, Set.of(holds(key)));
        }

        private ByteBuffer holds(String key) {
            return last.getOrDefault(key, NOTHING);
        }

        private void take(ConsumerRecord<byte[], byte[]> each, boolean isNew) {
            var key = new String(each.key(), StandardCharsets.UTF_8);
            if (isNew) {
                since.computeIfAbsent(key, first -> new HashSet<>(Set.of(holds(first))));
            }
            if (each.value() == null) {
                last.remove(key);
            } else {
                last.put(key, digest(each.value()));
            }
            if (isNew) {
                since.get(key).add(holds(key));
            }
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
