package remfunnel.ingest.kafka;

import java.util.Optional;
import remfunnel.schemas.Topic;

/** A record to write; without a value it is a tombstone. */
public record Entry<V>(Topic<V> topic, String key, Optional<V> value) {
    public static <V> Entry<V> of(Topic<V> topic, String key, V value) {
        return new Entry<>(topic, key, Optional.of(value));
    }

    public static <V> Entry<V> tombstone(Topic<V> topic, String key) {
        return new Entry<>(topic, key, Optional.empty());
    }
}
