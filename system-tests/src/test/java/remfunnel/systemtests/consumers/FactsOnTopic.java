package remfunnel.systemtests.consumers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import remfunnel.schemas.Topics;
import remfunnel.systemtests.foreign.ForeignDecoder;

/** Every committed record of funnel.facts until now. */
final class FactsOnTopic implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final ForeignDecoder decoder;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    FactsOnTopic(String bootstrapServers, String registry) {
        decoder = new ForeignDecoder(registry);
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        String topic = Topics.FACTS.name();
        consumer.assign(IntStream.range(0, consumer.partitionsFor(topic).size())
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList());
    }

    List<ConsumerRecord<String, byte[]>> all() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return List.copyOf(records);
    }

    Optional<GenericRecord> fact(ConsumerRecord<String, byte[]> seen) {
        return Optional.ofNullable(seen.value()).map(decoder::decode);
    }

    static String header(ConsumerRecord<String, byte[]> seen, String name) {
        return new String(seen.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
