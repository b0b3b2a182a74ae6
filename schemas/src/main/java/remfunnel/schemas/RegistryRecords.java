package remfunnel.schemas;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import remfunnel.schemas.SharedSettings.RegistrySettings;

/** Avro in the registry wire format: byte 0, four bytes of schema id, Avro binary. */
public final class RegistryRecords implements Records {

    private final RegistrySettings settings;

    public RegistryRecords(RegistrySettings settings) {
        this.settings = settings;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> Serializer<V> serializer(Topic<V> topic) {
        Serializer<V> serializer = (Serializer<V>) create(settings.serde().serializer());
        serializer.configure(properties(), false);
        return serializer;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> Deserializer<V> deserializer(Topic<V> topic) {
        Deserializer<V> deserializer = (Deserializer<V>) create(settings.serde().deserializer());
        deserializer.configure(properties(), false);
        return deserializer;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(settings.serde().properties(settings.url()));
        properties.putAll(settings.client());
        return properties;
    }

    private Object create(String className) {
        try {
            return Utils.newInstance(Class.forName(className));
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(
                    "remfunnel.registry.serde is " + settings.serde() + ", but " + className
                            + " is not on the class path: build with the profile "
                            + settings.serde().name().toLowerCase(Locale.ROOT),
                    absent);
        }
    }
}
