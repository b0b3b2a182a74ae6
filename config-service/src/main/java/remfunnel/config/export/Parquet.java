package remfunnel.config.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import remfunnel.config.parquet.ParquetFile;

/** A Parquet file: money as decimals, times as timestamps in UTC, maps and lists as such. */
public record Parquet() implements RowFormat {
    @Override
    public String contentType() {
        return "application/vnd.apache.parquet";
    }

    @Override
    public Rows begin(Schema schema, Instant asOf, OutputStream out) throws IOException {
        ParquetFile file = new ParquetFile(schema, Map.of("remfunnel.as_of", asOf.toString()), out);
        return new Rows() {
            @Override
            public void add(IndexedRecord record) throws IOException {
                file.add(record);
            }

            @Override
            public void end() throws IOException {
                file.end();
            }
        };
    }
}
