package remfunnel.benchmarks.ingest;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import remfunnel.Checkpoint;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Tail;
import remfunnel.schemas.Topics;

/** How far the connectors' histories are read, as their checkpoints tell. */
public final class Histories implements AutoCloseable {
    private final Tail tail;
    private final Deserializer<Checkpoint> checkpoints;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    public Histories(Cluster cluster) {
        this.tail = Tail.of(cluster, Topics.CHECKPOINTS.name());
        this.checkpoints = cluster.records().deserializer(Topics.CHECKPOINTS);
    }

    void awaitBegun(String connector) {
        while (!begun.contains(connector)) {
            look();
        }
    }

    public void awaitDone(String connector) {
        while (!done.contains(connector)) {
            look();
        }
    }

    /** What has come in the meantime. */
    Histories look() {
        tail.poll(this::take);
        return this;
    }

    /** How many of the connectors so named are read whole. */
    long done(String prefix) {
        return done.stream().filter(connector -> connector.startsWith(prefix)).count();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        var checkpoint = checkpoints.deserialize(record.topic(), record.value());
        begun.add(checkpoint.getConnectorId());
        if (checkpoint.getHistoryDone()) {
            done.add(checkpoint.getConnectorId());
        }
    }

    @Override
    public void close() {
        tail.close();
        checkpoints.close();
    }
}
