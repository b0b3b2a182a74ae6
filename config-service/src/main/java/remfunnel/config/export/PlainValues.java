package remfunnel.config.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Records as maps, texts and numbers: money as plain decimal text, times as ISO-8601 in UTC, keys of maps in order. */
final class PlainValues {
    private PlainValues() {}

    static Map<String, Object> of(IndexedRecord record) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            plain.put(field.name(), plain(record.get(field.pos())));
        }
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case BigDecimal money -> money.toPlainString();
            case Instant moment -> moment.toString();
            case LocalDate day -> day.toString();
            case Enum<?> word -> word.name();
            case IndexedRecord record -> of(record);
            case Map<?, ?> map -> inOrder(map);
            case List<?> list -> list.stream().map(PlainValues::plain).toList();
            case null, default -> value;
        };
    }

    private static Map<String, Object> inOrder(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key.toString(), plain(value)));
        return sorted;
    }
}
