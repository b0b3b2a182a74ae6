package remfunnel.benchmarks.restatement;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import remfunnel.Component;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Tail;
import remfunnel.schemas.Topics;

/** Whether the transform is done with a configuration, as it tells everyone. */
final class StatusWatch implements AutoCloseable {
    private final Tail tail;
    private final Deserializer<ConnectorStatus> statuses;
    private long settled = -1;

    StatusWatch(Cluster cluster) {
        this.tail = Tail.of(cluster, Topics.STATUS.name());
        this.statuses = cluster.records().deserializer(Topics.STATUS);
    }

    /** The newest revision that every order is judged by; -1 before the first. */
    long settled() {
        tail.pollNow(this::take);
        return settled;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        var status = statuses.deserialize(record.topic(), record.value());
        if (status.getComponent() == Component.TRANSFORM && status.getState() == ConnectorState.CONNECTED) {
            settled = status.getRevision();
        }
    }

    @Override
    public void close() {
        tail.close();
        statuses.close();
    }
}
