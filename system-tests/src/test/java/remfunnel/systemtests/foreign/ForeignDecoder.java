package remfunnel.systemtests.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import tools.jackson.databind.json.JsonMapper;

/** What a consumer that knows nothing of us does: the registry's Confluent-compatible API and plain Avro. */
public final class ForeignDecoder {
    private static final int HEADER_BYTES = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, Schema> known = new ConcurrentHashMap<>();
    private final GenericData data = new GenericData();
    private final String registry;

    /** With the address that ends in {@code /apis/ccompat/v7}. */
    public ForeignDecoder(String registry) {
        this.registry = registry;
        data.addLogicalTypeConversion(new DecimalConversion());
        data.addLogicalTypeConversion(new TimestampMillisConversion());
    }

    /** The id on the wire: byte 0, then four bytes. */
    public static int schemaId(byte[] value) {
        if (value.length < HEADER_BYTES || value[0] != 0) {
            throw new IllegalArgumentException("the value does not begin with byte 0 and a schema id");
        }
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    /** What the registry has under an id. */
    public Schema schema(int id) {
        return known.computeIfAbsent(id, this::ask);
    }

    public GenericRecord decode(byte[] value) {
        var schema = schema(schemaId(value));
        var reader = new GenericDatumReader<GenericRecord>(schema, schema, data);
        try {
            var body = DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null);
            return reader.read(null, body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int latestId(String subject) {
        return JSON.readTree(get("/subjects/" + subject + "/versions/latest"))
                .path("id")
                .asInt();
    }

    /** The versions of a subject, as the registry lists them. */
    public String versions(String subject) {
        return get("/subjects/" + subject + "/versions");
    }

    private Schema ask(int id) {
        var schema = JSON.readTree(get("/schemas/ids/" + id)).path("schema").asString();
        return new Schema.Parser().parse(schema);
    }

    private String get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(registry + path)).build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the registry answered " + answer.statusCode() + " for " + path);
            }
            return answer.body();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
