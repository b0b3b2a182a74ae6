package remfunnel.config.parquet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MapType;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Columns as the footer spells them: depth first, with the older word for a meaning beside the newer one. */
final class SchemaElements {
    private SchemaElements() {}

    static List<SchemaElement> of(MessageType schema) {
        SchemaElement root = new SchemaElement(schema.getName()).setNum_children(schema.getFieldCount());
        return Stream.concat(Stream.of(root), children(schema)).toList();
    }

    private static Stream<SchemaElement> children(GroupType group) {
        return group.getFields().stream().flatMap(SchemaElements::elements);
    }

    private static Stream<SchemaElement> elements(org.apache.parquet.schema.Type type) {
        SchemaElement element = new SchemaElement(type.getName())
                .setRepetition_type(
                        FieldRepetitionType.valueOf(type.getRepetition().name()));
        Optional.ofNullable(type.getLogicalTypeAnnotation()).ifPresent(meaning -> give(element, meaning));
        if (type.isPrimitive()) {
            return Stream.of(primitive(element, type.asPrimitiveType()));
        }
        element.setNum_children(type.asGroupType().getFieldCount());
        return Stream.concat(Stream.of(element), children(type.asGroupType()));
    }

    private static SchemaElement primitive(SchemaElement element, PrimitiveType type) {
        element.setType(physical(type));
        return type.getTypeLength() > 0 ? element.setType_length(type.getTypeLength()) : element;
    }

    static Type physical(PrimitiveType type) {
        PrimitiveTypeName name = type.getPrimitiveTypeName();
        return name == PrimitiveTypeName.BINARY ? Type.BYTE_ARRAY : Type.valueOf(name.name());
    }

    private static void give(SchemaElement element, LogicalTypeAnnotation meaning) {
        switch (meaning) {
            case StringLogicalTypeAnnotation text ->
                give(element, ConvertedType.UTF8, LogicalType.STRING(new StringType()));
            case MapLogicalTypeAnnotation map -> give(element, ConvertedType.MAP, LogicalType.MAP(new MapType()));
            case ListLogicalTypeAnnotation list -> give(element, ConvertedType.LIST, LogicalType.LIST(new ListType()));
            case DateLogicalTypeAnnotation day -> give(element, ConvertedType.DATE, LogicalType.DATE(new DateType()));
            case TimestampLogicalTypeAnnotation moment ->
                give(
                        element,
                        ConvertedType.TIMESTAMP_MILLIS,
                        LogicalType.TIMESTAMP(new TimestampType(true, TimeUnit.MILLIS(new MilliSeconds()))));
            case DecimalLogicalTypeAnnotation decimal -> {
                DecimalType type = new DecimalType(decimal.getScale(), decimal.getPrecision());
                give(element, ConvertedType.DECIMAL, LogicalType.DECIMAL(type));
                element.setScale(decimal.getScale()).setPrecision(decimal.getPrecision());
            }
            default -> throw new IllegalArgumentException("no spelling for " + meaning);
        }
    }

    private static void give(SchemaElement element, ConvertedType older, LogicalType newer) {
        element.setConverted_type(older).setLogicalType(newer);
    }
}
