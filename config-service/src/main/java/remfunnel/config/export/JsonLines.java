package remfunnel.config.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, fields named as the record names them. */
public record JsonLines() implements RowFormat {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public Rows begin(Schema schema, Instant asOf, OutputStream out) throws IOException {
        return new TextRows(out, "", record -> JSON.writeValueAsString(PlainValues.of(record)) + '\n');
    }
}
