package remfunnel.config.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import remfunnel.schemas.Topic;

/**
 * Where partitions ended.
 *
 * @param ofOneMoment whether each transaction is wholly before these ends or wholly behind them, in all of the partitions
 */
record Ends(Instant asOf, Map<TopicPartition, Long> offsets, boolean ofOneMoment) {
    Ends {
        offsets = Map.copyOf(offsets);
    }

    Ends of(Topic<?> topic) {
        Map<TopicPartition, Long> own = new LinkedHashMap<>();
        offsets.forEach((partition, end) -> {
            if (partition.topic().equals(topic.name())) {
                own.put(partition, end);
            }
        });
        return new Ends(asOf, own, ofOneMoment);
    }

    /** Partition by partition in their order, so that an export is the same each time. */
    Iterable<Map.Entry<TopicPartition, Long>> inOrder() {
        return offsets.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().partition()))
                .toList();
    }
}
