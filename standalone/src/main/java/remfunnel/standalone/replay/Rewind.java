package remfunnel.standalone.replay;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Topics;

/**
 * Has order events of an application that is stopped read once more from a moment on, on top of the state there is. Events that are older than what is known of their
 * order change nothing, and the newest is read again from its payload: so what a later release reads of payloads arrives in the facts.
 */
final class Rewind {
    private final Application application;
    private final PrintWriter out;

    Rewind(Application application, PrintWriter out) {
        this.application = application;
        this.out = out;
    }

    /**
     * @param connector whose partition is read again, with the others that are in it; empty for all
     * @param from when events were written; empty for the first
     * @param execute whether it is done; otherwise it is told
     */
    void run(Optional<String> connector, Optional<Instant> from, boolean execute) {
        var partitions = partitions(connector);
        var to = offsets(partitions, from);
        tell(to);
        if (execute) {
            application.move(to);
            out.println("Done: the next start reads from there.");
        } else {
            out.println("Nothing was changed: with --execute it is done.");
        }
    }

    private List<TopicPartition> partitions(Optional<String> connector) {
        int count = application.partitionsOf(Topics.ORDERS.name());
        var numbers = connector
                .map(id -> IntStream.of(ConnectorPartition.of(id, count)))
                .orElseGet(() -> IntStream.range(0, count));
        return numbers.mapToObj(each -> new TopicPartition(Topics.ORDERS.name(), each))
                .toList();
    }

    /**
     * Only ever backwards: events that were not read yet, as all of them behind a reset, must not be passed over. Where no event is that
     * late, nothing is read again.
     */
    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, Optional<Instant> from) {
        var earliest = application.offsets(partitions, OffsetSpec.earliest());
        var wanted = from.map(moment -> application.offsets(partitions, OffsetSpec.forTimestamp(moment.toEpochMilli())))
                .orElse(earliest);
        var committed = application.committed();
        return partitions.stream().collect(Collectors.toMap(each -> each, each -> {
            long reached = committed.getOrDefault(each, earliest.get(each));
            return wanted.get(each) < 0 ? reached : Math.min(reached, wanted.get(each));
        }));
    }

    private void tell(Map<TopicPartition, Long> to) {
        var committed = application.committed();
        out.printf("%-24s %9s %12s %12s%n", "topic", "partition", "offset now", "offset then");
        new TreeMap<>(to.entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().partition(), Map.Entry::getValue)))
                .forEach((partition, offset) -> out.printf(
                        "%-24s %9d %12s %12d%n",
                        Topics.ORDERS.name(),
                        partition,
                        Optional.ofNullable(committed.get(new TopicPartition(Topics.ORDERS.name(), partition)))
                                .map(String::valueOf)
                                .orElse("-"),
                        offset));
        out.flush();
    }
}
