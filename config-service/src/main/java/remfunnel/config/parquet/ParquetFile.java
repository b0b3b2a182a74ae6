package remfunnel.config.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.schema.MessageType;

/** A file in the making: rows are gathered in groups, a full group is written; memory stays that of one group. */
public final class ParquetFile {
    /** DuckDB's own size of a group: each core reads one. */
    private static final int MOST_ROWS = 122_880;

    private static final int MOST_BYTES = 16 << 20;
    private static final int LOOKED_AT_EVERY = 1_000;

    private static final ParquetProperties PROPERTIES = ParquetProperties.builder()
            .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
            .withStatisticsEnabled(false)
            .withSizeStatisticsEnabled(false)
            .build();

    private final MessageType schema;
    private final Map<String, String> notes;
    private final OutputStream out;
    private final List<RowGroup> groups = new ArrayList<>();
    private RowGroupPages pages;
    private ColumnWriteStore columns;
    private RecordShredder shredder;
    private long position;
    private int rows;

    /** The notes are kept in the file, for whoever asks for its metadata. */
    public ParquetFile(Schema record, Map<String, String> notes, OutputStream out) throws IOException {
        this.schema = ParquetTypes.of(record);
        this.notes = Map.copyOf(notes);
        this.out = out;
        write(Footer.MAGIC);
        beginGroup();
    }

    public void add(IndexedRecord record) throws IOException {
        shredder.shred(record);
        rows++;
        if (rows >= MOST_ROWS || (rows % LOOKED_AT_EVERY == 0 && columns.getBufferedSize() > MOST_BYTES)) {
            endGroup();
            beginGroup();
        }
    }

    /** Without it there is no file: nothing can read what has no end. Does not close the stream. */
    public void end() throws IOException {
        endGroup();
        write(new Footer(schema, groups, notes).bytes());
        out.flush();
    }

    private void beginGroup() {
        pages = new RowGroupPages(schema);
        columns = PROPERTIES.newColumnWriteStore(schema, pages);
        shredder = new RecordShredder(new ColumnIOFactory().getColumnIO(schema).getRecordWriter(columns), schema);
        rows = 0;
    }

    private void endGroup() throws IOException {
        shredder.flush();
        columns.flush();
        if (rows > 0) {
            RowGroup group = pages.writeTo(out, position, rows);
            position += group.getTotal_compressed_size();
            groups.add(group);
        }
        columns.close();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
