package remfunnel.config.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.avro.generic.IndexedRecord;

/** Rows that are text, each by itself. */
final class TextRows implements Rows {
    private final Writer out;
    private final Function<IndexedRecord, String> line;

    TextRows(OutputStream out, String header, Function<IndexedRecord, String> line) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.line = line;
        this.out.write(header);
    }

    @Override
    public void add(IndexedRecord record) throws IOException {
        out.write(line.apply(record));
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
