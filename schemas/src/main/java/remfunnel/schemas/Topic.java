package remfunnel.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is agreed about one topic. Keys are UTF-8 strings.
 *
 * @param name the topic's name
 * @param valueType the Avro record that its values are, or {@code byte[]} where they are not ours
 * @param key the form of its keys, for people: {@code connector/order}
 * @param cleanup whether the last value of a key is kept, or every record
 * @param retention how long records are kept; empty: for ever. Only for {@link Cleanup#DELETE}
 * @param partitioning how a record finds its partition
 */
public record Topic<V>(
        String name,
        Class<V> valueType,
        String key,
        Cleanup cleanup,
        Optional<Duration> retention,
        Partitioning partitioning) {

    /** What Kafka does with old records. */
    public enum Cleanup {
        COMPACT,
        /** As COMPACT, but what was replaced stays for years: it is the history of what people decided. */
        COMPACT_LATE,
        DELETE
    }

    /** How a record finds its partition. */
    public enum Partitioning {
        /** By the connector id in the key: one connector, one partition number in every such topic. */
        BY_CONNECTOR,
        /** A single partition, so that offsets order all of its records. */
        SINGLE
    }

    /** Tombstones and transaction markers stay this long, so that a reader who was away for a week misses none. */
    private static final Duration TOMBSTONES_STAY = Duration.ofDays(7);

    private static final Duration HISTORY_STAYS = Duration.ofDays(3650);

    /** Records bear their source's time, whose clock may be ahead: refusing one would stop its partition for ever. */
    public static final String ANY_TIMESTAMP = Long.toString(Long.MAX_VALUE);

    /** An order with thousands of lines still fits. */
    public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    /** How many partitions it has where the installation chose {@code partitions}. */
    public int partitions(int partitions) {
        return partitioning == Partitioning.SINGLE ? 1 : partitions;
    }

    /** The settings that make it what it is; checked at every start. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", cleanup == Cleanup.DELETE ? "delete" : "compact");
        if (cleanup == Cleanup.COMPACT_LATE) {
            settings.put("min.compaction.lag.ms", Long.toString(HISTORY_STAYS.toMillis()));
        }
        if (cleanup != Cleanup.DELETE) {
            settings.put("delete.retention.ms", Long.toString(TOMBSTONES_STAY.toMillis()));
        } else {
            settings.put(
                    "retention.ms",
                    retention.map(Duration::toMillis).orElse(-1L).toString());
            settings.put("retention.bytes", "-1");
        }
        settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
        settings.put("message.timestamp.after.max.ms", ANY_TIMESTAMP);
        return settings;
    }
}
