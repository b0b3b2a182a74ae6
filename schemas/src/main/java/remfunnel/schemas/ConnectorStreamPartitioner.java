package remfunnel.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Sends a topology's record where its connector lives.
 *
 * @param <K> text, or the bytes of a key that was refused
 */
public final class ConnectorStreamPartitioner<K, V> implements StreamPartitioner<K, V> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, K key, V value, int partitions) {
        return switch (key) {
            case null -> Optional.of(Set.of(0));
            case byte[] bytes -> Optional.of(Set.of(ConnectorPartition.ofKey(bytes, partitions)));
            default ->
                Optional.of(
                        Set.of(ConnectorPartition.ofKey(key.toString().getBytes(StandardCharsets.UTF_8), partitions)));
        };
    }
}
