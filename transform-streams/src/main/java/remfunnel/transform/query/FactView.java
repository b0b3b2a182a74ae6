package remfunnel.transform.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** A record as it stands in its topic, field by field: money as plain text, times as ISO-8601. */
final class FactView {
    private FactView() {}

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
            case Enum<?> word -> word.name();
            case IndexedRecord record -> of(record);
            case Map<?, ?> map -> new TreeMap<>(map);
            case List<?> list -> list.stream().map(FactView::plain).toList();
            case null, default -> value;
        };
    }
}
