package remfunnel.systemtests.kills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import remfunnel.FunnelFact;
import remfunnel.schemas.Topics;

/** What stands on funnel.facts: the last of each key, and what was written though nothing had changed. */
final class FactLog extends TopicTail<FunnelFact> {
    private final Map<String, Optional<byte[]>> last = new TreeMap<>();
    private final List<String> repeats = new ArrayList<>();
    private long records;

    FactLog(String bootstrapServers) {
        this(bootstrapServers, Optional.empty());
    }

    /** Of one connector among several. */
    FactLog(String bootstrapServers, Optional<String> connector) {
        super(Topics.FACTS, bootstrapServers, connector);
    }

    @Override
    void take(ConsumerRecord<String, byte[]> committed) {
        records++;
        var value = Optional.ofNullable(committed.value());
        var former = last.put(committed.key(), value);
        if (former != null && Arrays.equals(former.orElse(new byte[0]), value.orElse(new byte[0]))) {
            repeats.add("%s at %d-%d: %s"
                    .formatted(
                            committed.key(),
                            committed.partition(),
                            committed.offset(),
                            value.map(this::decoded).map(FunnelFact::toString).orElse("tombstone")));
        }
    }

    long records() {
        return records;
    }

    List<String> repeats() {
        return List.copyOf(repeats);
    }

    /** By order, tombstones left out. */
    Map<Long, FunnelFact> facts() {
        Map<Long, FunnelFact> facts = new TreeMap<>();
        last.values().stream()
                .flatMap(Optional::stream)
                .map(this::decoded)
                .forEach(fact -> facts.put(fact.getOrderId(), fact));
        return facts;
    }
}
