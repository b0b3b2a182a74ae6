package remfunnel.ingest.kafka;

import java.util.Optional;
import remfunnel.schemas.Topic;
import remfunnel.tracing.TraceParent;

/**
 * A record to write; without a value it is a tombstone.
 *
 * @param life of the connector, where the record is to tell it
 * @param trace that the record belongs to
 */
public record Entry<V>(
        Topic<V> topic, String key, Optional<V> value, Optional<Long> life, Optional<TraceParent> trace) {
    public static <V> Entry<V> of(Topic<V> topic, String key, V value) {
        return new Entry<>(topic, key, Optional.of(value), Optional.empty(), Optional.empty());
    }

    public static <V> Entry<V> tombstone(Topic<V> topic, String key) {
        return new Entry<>(topic, key, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, read for this life of its connector. */
    public Entry<V> ofLife(Optional<Long> told) {
        return new Entry<>(topic, key, value, told, trace);
    }

    /** The same, within this trace. */
    public Entry<V> within(Optional<TraceParent> told) {
        return told.isEmpty() ? this : new Entry<>(topic, key, value, life, told);
    }
}
