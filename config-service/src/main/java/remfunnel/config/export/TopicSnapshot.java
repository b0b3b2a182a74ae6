package remfunnel.config.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The values that a compacted topic held at one moment. Its partitions are read twice: first for the offsets that count. */
public final class TopicSnapshot {
    /** What 2^21 slots hold, and half of it what 2^20 hold: the table never grows beyond 42 MB, nor the one that half of it moves to beyond 21. */
    static final int MOST_KEYS = 1_500_000;

    private final TopicRecords records;
    private final Instant asOf;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, LiveOffsets> live = new LinkedHashMap<>();

    /** Reads the partitions up to their ends, as often as it takes to know which records count. */
    TopicSnapshot(TopicRecords records, Instant asOf, Map<TopicPartition, Long> ends) {
        this(records, asOf, ends, MOST_KEYS);
    }

    TopicSnapshot(TopicRecords records, Instant asOf, Map<TopicPartition, Long> ends, int mostKeys) {
        this.records = records;
        this.asOf = asOf;
        this.ends = Map.copyOf(ends);
        ends.forEach((partition, end) -> live.put(partition, index(partition, end, mostKeys)));
    }

    private LiveOffsets index(TopicPartition partition, long end, int mostKeys) {
        try (var reading = records.from(partition)) {
            LiveOffsets offsets = new LiveOffsets(mostKeys);
            do {
                reading.upTo(end, record -> offsets.add(record.key(), record.offset(), record.value() == null));
            } while (offsets.needsAnotherPass());
            return offsets;
        }
    }

    /** When the topic was like that. */
    public Instant asOf() {
        return asOf;
    }

    /** How many values there are. */
    public long count() {
        return live.values().stream().mapToLong(LiveOffsets::count).sum();
    }

    /** Partition by partition, in the order of the records. */
    public void forEach(Consumer<byte[]> values) {
        live.forEach((partition, offsets) -> {
            int[] found = {0};
            try (var reading = records.from(partition)) {
                reading.upTo(ends.get(partition), record -> {
                    if (offsets.isLive(record.offset())) {
                        found[0]++;
                        values.accept(record.value());
                    }
                });
            }
            if (found[0] != offsets.count()) {
                throw new SnapshotLostException(partition.topic());
            }
        });
    }
}
