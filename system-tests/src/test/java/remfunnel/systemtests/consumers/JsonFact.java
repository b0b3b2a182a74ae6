package remfunnel.systemtests.consumers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record as an example prints it on a line, and as the topic has it: field=value, decimals plain, times as moments. */
record JsonFact(String place, String cause, Optional<String> fields) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static JsonFact of(String line) {
        JsonNode record = JSON.readTree(line);
        JsonNode fact = record.path("fact");
        return new JsonFact(
                place(record.path("key").asString(), record.path("offset").asLong()),
                record.path("revision").asString() + record.path("cause").asString(),
                fact.isNull() ? Optional.empty() : Optional.of(fields(fact)));
    }

    static JsonFact of(ConsumerRecord<String, byte[]> record, Optional<GenericRecord> fact) {
        return new JsonFact(
                place(record.key(), record.offset()),
                FactsOnTopic.header(record, "revision") + FactsOnTopic.header(record, "cause"),
                fact.map(JsonFact::fields));
    }

    private static String place(String key, long offset) {
        return key + "@" + offset;
    }

    /** In the order of their names; the map and the list by their sizes. */
    private static String fields(JsonNode fact) {
        return fact.properties().stream()
                .map(field -> field.getKey() + "=" + text(field.getKey(), field.getValue()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String text(String name, JsonNode value) {
        if (value.isContainer()) {
            return Integer.toString(value.size());
        }
        boolean moment = (name.endsWith("_at") || name.startsWith("entered_"))
                && value.isString()
                && value.asString().endsWith("Z");
        return moment ? Instant.parse(value.asString()).toString() : value.asString("null");
    }

    private static String fields(GenericRecord fact) {
        return fact.getSchema().getFields().stream()
                .map(field -> field.name() + "=" + text(fact.get(field.pos())))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String text(Object value) {
        return switch (value) {
            case Map<?, ?> map -> Integer.toString(map.size());
            case Collection<?> list -> Integer.toString(list.size());
            case BigDecimal decimal -> decimal.toPlainString();
            case null -> "null";
            default -> value.toString();
        };
    }
}
