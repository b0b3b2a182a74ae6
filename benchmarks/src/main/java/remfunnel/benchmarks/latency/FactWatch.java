package remfunnel.benchmarks.latency;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Tail;
import remfunnel.schemas.Topics;

/** Reads facts as BI does, and notes when the first one came after its order had moved. */
final class FactWatch implements AutoCloseable {
    private final Tail facts;
    private final Shop shop;
    private final TreeSet<Long> inFunnel = new TreeSet<>();
    private final Map<Long, Long> seenAt = new HashMap<>();

    FactWatch(Cluster cluster, Shop shop) {
        this.facts = Tail.of(cluster, Topics.FACTS.name());
        this.shop = shop;
    }

    void look() {
        facts.poll(this::take);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        var key = new String(record.key(), StandardCharsets.UTF_8);
        long order = Long.parseLong(key.substring(key.indexOf('/') + 1));
        if (shop.hasMoved(order)) {
            seenAt.putIfAbsent(order, System.nanoTime());
        } else if (record.value() != null) {
            inFunnel.add(order);
        }
    }

    /** Orders that have facts, in the order of their ids. */
    List<Long> inFunnel() {
        return List.copyOf(inFunnel);
    }

    int seen() {
        return seenAt.size();
    }

    /** By {@link System#nanoTime}. */
    long seenAt(long order) {
        return seenAt.get(order);
    }

    @Override
    public void close() {
        facts.close();
    }
}
