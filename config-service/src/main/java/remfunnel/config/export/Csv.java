package remfunnel.config.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import tools.jackson.databind.json.JsonMapper;

/** RFC 4180: a header, a line a record; lists and maps as JSON in their cell, a missing value as an empty cell. */
public record Csv() implements RowFormat {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String contentType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public Rows begin(Schema schema, Instant asOf, OutputStream out) throws IOException {
        return new TextRows(out, line(schema.getFields().stream().map(Schema.Field::name)), Csv::line);
    }

    private static String line(IndexedRecord record) {
        return line(PlainValues.of(record).values().stream().map(Csv::cell));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> quoted(text);
            case Map<?, ?> map -> quoted(JSON.writeValueAsString(map));
            case List<?> list -> quoted(JSON.writeValueAsString(list));
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
