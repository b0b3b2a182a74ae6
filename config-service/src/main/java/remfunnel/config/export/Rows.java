package remfunnel.config.export;

import java.io.IOException;
import org.apache.avro.generic.IndexedRecord;

/** The rows of one export, on their way out. */
public interface Rows {
    void add(IndexedRecord record) throws IOException;

    /** Writes what is held back and what stands after the last row; an export without it is broken off. */
    void end() throws IOException;
}
