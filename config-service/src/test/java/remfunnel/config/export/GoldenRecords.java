package remfunnel.config.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records from lines that say only what matters to their case. */
final class GoldenRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldenRecords() {}

    static List<IndexedRecord> read(Path file, Schema schema) {
        try (var lines = Files.lines(file)) {
            return lines.map(JSON::readTree)
                    .map(line -> record(line, schema))
                    .map(IndexedRecord.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenericData.Record record(JsonNode line, Schema schema) {
        line.propertyNames().forEach(name -> {
            if (schema.getField(name) == null) {
                throw new IllegalArgumentException("no field " + name + " in " + schema.getName());
            }
        });
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(line.path(field.name()), field.schema()));
        }
        return record;
    }

    private static Object value(JsonNode node, Schema schema) {
        if (schema.isUnion()) {
            return node.isMissingNode() ? null : value(node, schema.getTypes().getLast());
        }
        boolean moment = schema.getLogicalType() != null && schema.getType() == Schema.Type.LONG;
        return switch (schema.getType()) {
            case STRING, ENUM -> node.asString("");
            case INT -> node.asInt(0);
            case LONG -> moment ? Instant.parse(node.asString("1970-01-01T00:00:00Z")) : (Object) node.asLong(0);
            case BOOLEAN -> node.asBoolean(false);
            case BYTES -> new BigDecimal(node.asString());
            case MAP -> Map.of();
            case RECORD -> record(node, schema);
            case ARRAY ->
                node.valueStream()
                        .map(each -> value(each, schema.getElementType()))
                        .toList();
            default -> throw new IllegalArgumentException("no value for " + schema);
        };
    }
}
