package remfunnel.config.export;

import java.io.IOException;
import java.io.Writer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** How an export spells its lines. */
public sealed interface RowFormat permits JsonLines, Csv {
    String contentType();

    /** What stands before the first line. */
    void begin(Schema schema, Writer out) throws IOException;

    void row(IndexedRecord record, Writer out) throws IOException;
}
