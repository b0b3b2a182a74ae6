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
    private final Ends ends;
    private final Map<TopicPartition, LiveOffsets> live = new LinkedHashMap<>();

    /** Reads the partitions up to their ends, as often as it takes to know which records count. */
    TopicSnapshot(TopicRecords records, Ends ends) {
        this.records = records;
        this.ends = ends;
        ends.inOrder().forEach(end -> live.put(end.getKey(), index(end.getKey(), end.getValue())));
    }

    private LiveOffsets index(TopicPartition partition, long end) {
        try (var reading = records.from(partition)) {
            LiveOffsets offsets = new LiveOffsets(MOST_KEYS);
            do {
                reading.upTo(end, record -> offsets.add(record.key(), record.offset(), record.value() == null));
            } while (offsets.needsAnotherPass());
            return offsets;
        }
    }

    /** When the topic was like that. */
    public Instant asOf() {
        return ends.asOf();
    }

    /** Whether all of it, and what was taken together with it, is as it stood between two transactions; else the last ones may be there in part. */
    public boolean isOfOneMoment() {
        return ends.ofOneMoment();
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
                reading.upTo(ends.offsets().get(partition), record -> {
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
