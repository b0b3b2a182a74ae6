package remfunnel.schemas;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;

/** Sends a producer's record where its connector lives ({@code partitioner.class}). */
public final class ConnectorPartitioner implements Partitioner {

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        return ConnectorPartition.ofKey(keyBytes, cluster.partitionCountForTopic(topic));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // It has nothing to set.
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
