package remfunnel.systemtests.upgrades;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import remfunnel.systemtests.foreign.ForeignDecoder;

/** The topics of a machine as BI reads them, each record by the schema that wrote it: some were written by an earlier version. */
final class Records {
    private final String bootstrapServers;
    private final ForeignDecoder decoder;

    Records(String bootstrapServers, int registry) {
        this.bootstrapServers = bootstrapServers;
        this.decoder = new ForeignDecoder("http://127.0.0.1:" + registry + "/apis/ccompat/v7");
    }

    /** What is committed by now, in the order of each partition. */
    List<ConsumerRecord<String, byte[]>> of(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    List<GenericRecord> decoded(String topic) {
        return of(topic).stream().map(each -> decoder.decode(each.value())).toList();
    }

    /** By key, tombstones left out. */
    Map<String, GenericRecord> last(String topic) {
        Map<String, byte[]> last = new TreeMap<>();
        of(topic).forEach(each -> last.put(each.key(), each.value()));
        last.values().removeIf(Objects::isNull);
        Map<String, GenericRecord> decoded = new TreeMap<>();
        last.forEach((key, value) -> decoded.put(key, decoder.decode(value)));
        return decoded;
    }

    /** Keys that were written anew though nothing had changed. */
    List<String> repeats(String topic) {
        Map<String, byte[]> last = new HashMap<>();
        List<String> repeats = new ArrayList<>();
        for (var each : of(topic)) {
            if (last.containsKey(each.key()) && Arrays.equals(last.get(each.key()), each.value())) {
                repeats.add(each.key() + " at " + each.offset());
            }
            last.put(each.key(), each.value());
        }
        return repeats;
    }
}
