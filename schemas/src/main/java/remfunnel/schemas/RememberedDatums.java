package remfunnel.schemas;

import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;

/**
 * What Apicurio reads and writes records by, looked up by the schema itself: the library fingerprints the whole schema for every single
 * record, which was a tenth of the topology's time. Named in the settings of the serializers; thread-safe.
 */
public final class RememberedDatums<T> extends DefaultAvroDatumProvider<T> {
    /** A serializer meets as many schemas as its topic has had versions, a deserializer as well. */
    private final ConcurrentMap<Schema, DatumWriter<T>> writers = new ConcurrentHashMap<>();

    private final ConcurrentMap<Schema, DatumReader<T>> readers = new ConcurrentHashMap<>();

    @Override
    public DatumWriter<T> createDatumWriter(T data, Schema schema) {
        var known = writers.get(schema);
        return known != null ? known : writers.computeIfAbsent(schema, its -> super.createDatumWriter(data, its));
    }

    @Override
    public DatumReader<T> createDatumReader(Schema schema) {
        var known = readers.get(schema);
        return known != null ? known : readers.computeIfAbsent(schema, super::createDatumReader);
    }
}
