package remfunnel.config;

import java.net.ConnectException;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;

/** Plain records, but for one value: to read it the registry would have to be asked, and it is gone. */
public final class RegistryThatGoes implements Records {
    private static final byte[] NEEDS_THE_REGISTRY = {0, 0, 0, 0, 9, 1};

    private final Records plain = new PlainRecords();

    public static byte[] needed() {
        return NEEDS_THE_REGISTRY.clone();
    }

    @Override
    public <V> Serializer<V> serializer(Topic<V> topic) {
        return plain.serializer(topic);
    }

    @Override
    public <V> Deserializer<V> deserializer(Topic<V> topic) {
        var deserializer = plain.deserializer(topic);
        return (name, bytes) -> {
            if (Arrays.equals(bytes, NEEDS_THE_REGISTRY)) {
                throw new SerializationException(new ConnectException("refused"));
            }
            return deserializer.deserialize(name, bytes);
        };
    }
}
