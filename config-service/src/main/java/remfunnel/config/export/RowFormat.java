package remfunnel.config.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.avro.Schema;

/** How an export spells its rows. */
public sealed interface RowFormat permits JsonLines, Csv, Parquet {
    String contentType();

    /** Writes what stands before the first row. */
    Rows begin(Schema schema, Instant asOf, OutputStream out) throws IOException;
}
