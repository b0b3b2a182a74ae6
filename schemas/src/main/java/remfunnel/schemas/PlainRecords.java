package remfunnel.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Avro binary with nothing before it, for state of our own and for tests without a registry: never for a topic. */
public final class PlainRecords implements Records {

    @Override
    public <V> Serializer<V> serializer(Topic<V> topic) {
        var writer = new SpecificDatumWriter<>(topic.valueType());
        return (name, value) -> value == null ? null : write(writer, value);
    }

    @Override
    public <V> Deserializer<V> deserializer(Topic<V> topic) {
        return (name, bytes) -> bytes == null ? null : read(new SpecificDatumReader<>(topic.valueType()), bytes);
    }

    private static <V> byte[] write(SpecificDatumWriter<V> writer, V value) {
        var bytes = new ByteArrayOutputStream(256);
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static <V> V read(SpecificDatumReader<V> reader, byte[] bytes) {
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException | RuntimeException garbage) {
            throw new SerializationException(
                    "these bytes are no " + reader.getExpected().getName(), garbage);
        }
    }
}
