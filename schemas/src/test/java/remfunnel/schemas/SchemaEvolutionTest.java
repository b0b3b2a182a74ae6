package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code released/} holds each schema as it was released last. A release replaces the files; until then what they
 * wrote must be read, and what is written must be readable by those who hold them.
 */
class SchemaEvolutionTest {

    static Stream<Topic<?>> topicsOfRecords() {
        return Topics.ALL.stream().filter(topic -> topic.valueType() != byte[].class);
    }

    @ParameterizedTest
    @MethodSource("topicsOfRecords")
    void readsWhatTheReleasedVersionWrote(Topic<?> topic) throws IOException {
        Schema released = released(topic);

        for (Object record : new RandomData(released, 50, 1L)) {
            Object read = new SpecificDatumReader<>(released, current(topic))
                    .read(null, DecoderFactory.get().binaryDecoder(bytes(released, record), null));

            assertThat(read).isInstanceOf(topic.valueType());
        }
    }

    @ParameterizedTest
    @MethodSource("topicsOfRecords")
    void staysReadableForConsumersOfTheReleasedVersion(Topic<?> topic) throws IOException {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(released(topic), current(topic));

        assertThat(verdict.getType()).as(verdict.getDescription()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static byte[] bytes(Schema schema, Object record) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        giveDecimalsADigit(schema, (GenericRecord) record);
        new GenericDatumWriter<>(schema).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    /** Random bytes may be none at all, which no writer of decimals writes. */
    private static void giveDecimalsADigit(Schema schema, GenericRecord record) {
        for (Schema.Field field : schema.getFields()) {
            if (record.get(field.pos()) instanceof ByteBuffer bytes && !bytes.hasRemaining()) {
                record.put(field.pos(), ByteBuffer.wrap(new byte[1]));
            }
        }
    }

    private static Schema current(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.valueType());
    }

    private static Schema released(Topic<?> topic) throws IOException {
        String name = "/released/" + topic.valueType().getSimpleName() + ".avsc";
        try (InputStream file = SchemaEvolutionTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new Schema.Parser().parse(file);
        }
    }

    /** Run by hand at a release: writes the schemas of now as the released ones. */
    public static void main(String... directory) throws IOException {
        for (Topic<?> topic : topicsOfRecords().toList()) {
            Path file = Path.of(directory[0], topic.valueType().getSimpleName() + ".avsc");
            Files.writeString(file, current(topic).toString() + "\n");
        }
    }
}
