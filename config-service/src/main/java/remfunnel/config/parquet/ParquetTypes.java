package remfunnel.config.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MILLIS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.mapType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.math.BigInteger;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.parquet.schema.Types.PrimitiveBuilder;

/** The columns that a record of Avro becomes: decimals, moments and days keep their meaning, words of an enum are text. */
final class ParquetTypes {
    private ParquetTypes() {}

    static MessageType of(Schema record) {
        return new MessageType(record.getName(), fields(record));
    }

    private static List<Type> fields(Schema record) {
        return record.getFields().stream()
                .map(field -> type(field.name(), field.schema()))
                .toList();
    }

    private static Type type(String name, Schema schema) {
        return schema.isUnion()
                ? type(name, present(schema), Repetition.OPTIONAL)
                : type(name, schema, Repetition.REQUIRED);
    }

    /** Our unions are a type or null. */
    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static Type type(String name, Schema schema, Repetition repetition) {
        return switch (schema.getType()) {
            case RECORD -> new GroupType(repetition, name, fields(schema));
            case MAP -> map(name, schema, repetition);
            case ARRAY -> list(name, schema, repetition);
            default -> primitive(schema, repetition).named(name);
        };
    }

    private static Type map(String name, Schema schema, Repetition repetition) {
        GroupType entry = new GroupType(
                Repetition.REPEATED,
                "key_value",
                Types.required(BINARY).as(stringType()).named("key"),
                type("value", schema.getValueType()));
        return Types.buildGroup(repetition).addField(entry).as(mapType()).named(name);
    }

    private static Type list(String name, Schema schema, Repetition repetition) {
        GroupType entry = new GroupType(Repetition.REPEATED, "list", type("element", schema.getElementType()));
        return Types.buildGroup(repetition).addField(entry).as(listType()).named(name);
    }

    private static PrimitiveBuilder<PrimitiveType> primitive(Schema schema, Repetition repetition) {
        LogicalType meaning = schema.getLogicalType();
        return switch (schema.getType()) {
            case STRING, ENUM -> Types.primitive(BINARY, repetition).as(stringType());
            case BOOLEAN -> Types.primitive(BOOLEAN, repetition);
            case INT -> {
                PrimitiveBuilder<PrimitiveType> number = Types.primitive(INT32, repetition);
                yield meaning instanceof LogicalTypes.Date ? number.as(dateType()) : number;
            }
            case LONG -> {
                PrimitiveBuilder<PrimitiveType> number = Types.primitive(INT64, repetition);
                yield meaning instanceof LogicalTypes.TimestampMillis ? number.as(timestampType(true, MILLIS)) : number;
            }
            case BYTES -> decimal((LogicalTypes.Decimal) meaning, repetition);
            default -> throw new IllegalArgumentException("no column for " + schema);
        };
    }

    private static PrimitiveBuilder<PrimitiveType> decimal(LogicalTypes.Decimal decimal, Repetition repetition) {
        return Types.primitive(FIXED_LEN_BYTE_ARRAY, repetition)
                .length(bytesFor(decimal.getPrecision()))
                .as(decimalType(decimal.getScale(), decimal.getPrecision()));
    }

    /** As few as hold every value of so many digits, and its sign. */
    private static int bytesFor(int precision) {
        return BigInteger.TEN.pow(precision).bitLength() / 8 + 1;
    }
}
