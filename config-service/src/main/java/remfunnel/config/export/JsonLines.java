package remfunnel.config.export;

import java.io.IOException;
import java.io.Writer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, fields named as the record names them. */
public record JsonLines() implements RowFormat {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public void begin(Schema schema, Writer out) {
        // A line explains itself.
    }

    @Override
    public void row(IndexedRecord record, Writer out) throws IOException {
        out.write(JSON.writeValueAsString(PlainValues.of(record)));
        out.write('\n');
    }
}
