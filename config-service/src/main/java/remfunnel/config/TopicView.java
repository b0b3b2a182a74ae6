package remfunnel.config;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The last value of each key of a compacted topic. */
public final class TopicView<V> {
    static final long NONE = -1;

    /**
     * The last record of a key.
     *
     * @param value empty for a tombstone
     * @param previous the offset of the key's record before it, as far as it was seen; otherwise {@link #NONE}
     */
    record Held<V>(Optional<V> value, long offset, long previous) {}

    private final Map<String, Held<V>> held = new ConcurrentHashMap<>();

    /** Takes a record unless a later one of its key is known. */
    public void accept(String key, Optional<V> value, long offset) {
        held.merge(
                key,
                new Held<>(value, offset, NONE),
                (old, fresh) -> fresh.offset() <= old.offset() ? old : new Held<>(value, offset, old.offset()));
    }

    Optional<Held<V>> last(String key) {
        return Optional.ofNullable(held.get(key));
    }

    public Optional<V> value(String key) {
        return last(key).flatMap(Held::value);
    }

    Stream<String> keys() {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue().value().isPresent())
                .map(Map.Entry::getKey);
    }

    /** The values of the keys that begin so. */
    public Stream<V> values(String prefix) {
        return held.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .flatMap(entry -> entry.getValue().value().stream());
    }
}
