package remfunnel.config.parquet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Takes a record apart into the values of its columns. */
final class RecordShredder {
    private final RecordConsumer columns;
    private final MessageType schema;

    RecordShredder(RecordConsumer columns, MessageType schema) {
        this.columns = columns;
        this.schema = schema;
    }

    void shred(IndexedRecord record) {
        columns.startMessage();
        fields(record, schema);
        columns.endMessage();
    }

    /** What is still held back: nulls at the end of a group of rows. */
    void flush() {
        columns.flush();
    }

    private void fields(IndexedRecord record, GroupType type) {
        for (int i = 0; i < type.getFieldCount(); i++) {
            Object value = record.get(i);
            if (value != null) {
                field(type, i, value);
            }
        }
    }

    private void field(GroupType group, int index, Object value) {
        Type type = group.getType(index);
        columns.startField(type.getName(), index);
        add(value, type);
        columns.endField(type.getName(), index);
    }

    private void add(Object value, Type type) {
        switch (value) {
            case CharSequence text -> columns.addBinary(Binary.fromString(text.toString()));
            case Enum<?> word -> columns.addBinary(Binary.fromString(word.name()));
            case Long number -> columns.addLong(number);
            case Integer number -> columns.addInteger(number);
            case Boolean flag -> columns.addBoolean(flag);
            case Instant moment -> columns.addLong(moment.toEpochMilli());
            case LocalDate day -> columns.addInteger(Math.toIntExact(day.toEpochDay()));
            case BigDecimal money -> columns.addBinary(bytes(money, type));
            case Map<?, ?> map -> group(() -> entries(map, type.asGroupType()));
            case List<?> list -> group(() -> elements(list, type.asGroupType()));
            case IndexedRecord record -> group(() -> fields(record, type.asGroupType()));
            default -> throw new IllegalArgumentException("no column for a " + value.getClass());
        }
    }

    private void group(Runnable content) {
        columns.startGroup();
        content.run();
        columns.endGroup();
    }

    /** In the order of the keys: the same record gives the same bytes. */
    private void entries(Map<?, ?> map, GroupType type) {
        GroupType entry = type.getType(0).asGroupType();
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        repeated(entry, sorted.entrySet().stream().toList(), it -> {
            field(entry, 0, it.getKey());
            field(entry, 1, it.getValue());
        });
    }

    private void elements(List<?> list, GroupType type) {
        GroupType entry = type.getType(0).asGroupType();
        repeated(entry, list, element -> field(entry, 0, element));
    }

    /** A field without a value must not be begun. */
    private <T> void repeated(GroupType entry, List<T> all, Consumer<T> content) {
        if (all.isEmpty()) {
            return;
        }
        columns.startField(entry.getName(), 0);
        all.forEach(one -> group(() -> content.accept(one)));
        columns.endField(entry.getName(), 0);
    }

    /** Big-endian two's complement, as many bytes as the column has. */
    private static Binary bytes(BigDecimal money, Type type) {
        byte[] digits = money.unscaledValue().toByteArray();
        byte[] fixed = new byte[type.asPrimitiveType().getTypeLength()];
        Arrays.fill(fixed, (byte) (money.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, 0, fixed, fixed.length - digits.length, digits.length);
        return Binary.fromConstantByteArray(fixed);
    }
}
