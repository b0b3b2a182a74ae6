package remfunnel.systemtests.foreign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** What a producer that knows nothing of us does: Avro's JSON form in, the registry's wire format out. */
public final class ForeignEncoder {
    private final ForeignDecoder registry;

    public ForeignEncoder(ForeignDecoder registry) {
        this.registry = registry;
    }

    /** A value of the topic, under the latest schema that is registered for it. */
    public byte[] encode(String topic, String json) {
        int id = registry.latestId(topic + "-value");
        var schema = registry.schema(id);
        try {
            var bytes = new ByteArrayOutputStream();
            bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(schema).write(read(schema, json), encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static GenericRecord read(Schema schema, String json) throws IOException {
        var decoder = DecoderFactory.get().jsonDecoder(schema, json);
        return new GenericDatumReader<GenericRecord>(schema, schema).read(null, decoder);
    }
}
