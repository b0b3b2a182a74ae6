package remfunnel.config.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Topic;

/** Finds where topics end, by two consumers: one sees what was committed, the other what was written. */
final class TopicEnds {
    private final Map<String, Object> consumerProperties;
    private final QuietMoment quietMoment;

    TopicEnds(Map<String, Object> consumerProperties, QuietMoment quietMoment) {
        this.consumerProperties = consumerProperties;
        this.quietMoment = quietMoment;
    }

    /** With the connector given, of the partitions that hold its records. */
    Ends of(List<Topic<?>> topics, Optional<String> connector) {
        try (var committed = consumer(IsolationLevel.READ_COMMITTED);
                var written = consumer(IsolationLevel.READ_UNCOMMITTED)) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> partitions(topic, connector, committed).stream())
                    .toList();
            return quietMoment.ends(partitions, committed::endOffsets, written::endOffsets);
        }
    }

    private static List<TopicPartition> partitions(
            Topic<?> topic, Optional<String> connector, KafkaConsumer<byte[], byte[]> consumer) {
        int count = consumer.partitionsFor(topic.name()).size();
        return connector
                .map(id -> IntStream.of(ConnectorPartition.of(id, count)))
                .orElseGet(() -> IntStream.range(0, count))
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        Map<String, Object> properties = new HashMap<>(consumerProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.name().toLowerCase(Locale.ROOT));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
