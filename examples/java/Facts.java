import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows funnel.facts from its beginning, one line a record: what to put into a copy of your own, or to delete from it. */
public final class Facts {
    private static final String TOPIC = "funnel.facts";

    private Facts() {}

    public static void main(String[] arguments) {
        // Money becomes BigDecimal and a moment Instant; without this they are bytes and milliseconds.
        GenericData.get().addLogicalTypeConversion(new Conversions.DecimalConversion());
        GenericData.get().addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());

        try (var consumer = new KafkaConsumer<String, GenericRecord>(settings())) {
            consumer.subscribe(List.of(TOPIC));
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(Facts::print);
            }
        }
    }

    private static Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("bootstrap.servers", environment("KAFKA_BROKERS", "localhost:9092")),
                Map.entry("group.id", environment("GROUP_ID", "example-java")),
                Map.entry("auto.offset.reset", "earliest"),
                // What a killed process had begun is never seen.
                Map.entry("isolation.level", "read_committed"),
                Map.entry("key.deserializer", StringDeserializer.class),
                Map.entry("value.deserializer", AvroKafkaDeserializer.class),
                Map.entry("apicurio.registry.url", environment("REGISTRY_V3_URL", "http://localhost:8081/apis/registry/v3")),
                Map.entry("apicurio.registry.http.adapter", "JDK"),
                // The four bytes of the registry wire format are the id of a schema's content.
                Map.entry("apicurio.registry.use-id", "contentId"));
    }

    private static void print(ConsumerRecord<String, GenericRecord> seen) {
        GenericRecord fact = seen.value();
        if (fact == null) {
            System.out.printf("delete\t%s\t%d%n", seen.key(), seen.offset());
        } else {
            System.out.printf(
                    "upsert\t%s\t%d\t%s\t%s\t%s\t%s%n",
                    seen.key(), seen.offset(), fact.get("stage_id"), fact.get("revenue"), fact.get("cost"), fact.get("entered_by"));
        }
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
