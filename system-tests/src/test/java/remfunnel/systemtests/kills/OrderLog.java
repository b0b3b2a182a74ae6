package remfunnel.systemtests.kills;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import remfunnel.OrderEvent;
import remfunnel.schemas.Topics;

/** What stands on remonline.orders. */
final class OrderLog extends TopicTail<OrderEvent> {
    private final Map<Version, Integer> times = new HashMap<>();
    private final Map<Long, List<OrderEvent>> byOrder = new TreeMap<>();

    OrderLog(String bootstrapServers) {
        this(bootstrapServers, Optional.empty());
    }

    /** Of one connector among several. */
    OrderLog(String bootstrapServers, Optional<String> connector) {
        super(Topics.ORDERS, bootstrapServers, connector);
    }

    @Override
    void take(ConsumerRecord<String, byte[]> committed) {
        var event = decoded(committed.value());
        times.merge(Version.of(event), 1, Integer::sum);
        byOrder.computeIfAbsent(event.getOrderId(), order -> new ArrayList<>()).add(event);
    }

    boolean holds(Collection<Version> versions) {
        return times.keySet().containsAll(versions);
    }

    long held(Collection<Version> versions) {
        return versions.stream().filter(times::containsKey).count();
    }

    SortedSet<Version> versions() {
        return new TreeSet<>(times.keySet());
    }

    SortedSet<Version> doubled() {
        var doubled = versions();
        doubled.removeIf(version -> times.get(version) == 1);
        return doubled;
    }

    List<OrderEvent> of(long order) {
        return byOrder.getOrDefault(order, List.of());
    }
}
