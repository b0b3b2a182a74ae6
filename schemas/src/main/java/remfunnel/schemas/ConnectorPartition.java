package remfunnel.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;

/** Which partition a connector lives in: murmur2 of its id's UTF-8 bytes, as Kafka's default for a string key. */
public final class ConnectorPartition {

    private ConnectorPartition() {}

    /** The partition of the connector that the key belongs to. */
    public static int ofKey(String key, int partitions) {
        return of(Keys.connectorOf(key), partitions);
    }

    /** The connector's partition, among {@code partitions} of them. */
    public static int of(String connectorId, int partitions) {
        return Utils.toPositive(Utils.murmur2(connectorId.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** As {@link #ofKey(String, int)} for the bytes of a key that need not be UTF-8. */
    public static int ofKey(byte[] key, int partitions) {
        int end = 0;
        while (end < key.length && key[end] != '/') {
            end++;
        }
        byte[] connector = Arrays.copyOf(key, end);
        return Utils.toPositive(Utils.murmur2(connector)) % partitions;
    }
}
