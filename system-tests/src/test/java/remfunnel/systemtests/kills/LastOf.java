package remfunnel.systemtests.kills;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import remfunnel.schemas.Topic;

/** What stands on a compacted topic: the last of each key. */
final class LastOf<V> extends TopicTail<V> {
    private final Map<String, V> last = new TreeMap<>();

    private LastOf(Topic<V> topic, String bootstrapServers, Optional<String> connector) {
        super(topic, bootstrapServers, connector);
    }

    /** Of one connector, or of all. */
    static <V> Map<String, V> read(Topic<V> topic, String bootstrapServers, Optional<String> connector) {
        try (var tail = new LastOf<>(topic, bootstrapServers, connector)) {
            tail.readToTheEnd();
            return tail.last;
        }
    }

    @Override
    void take(ConsumerRecord<String, byte[]> committed) {
        if (committed.value() == null) {
            last.remove(committed.key());
        } else {
            last.put(committed.key(), decoded(committed.value()));
        }
    }
}
