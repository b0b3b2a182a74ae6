package remfunnel.config.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;

/** The columns of one group of rows. */
final class RowGroupPages implements PageWriteStore {
    private final Map<ColumnDescriptor, ColumnChunkPages> chunks = new LinkedHashMap<>();

    RowGroupPages(MessageType schema) {
        schema.getColumns().forEach(column -> chunks.put(column, new ColumnChunkPages(column)));
    }

    @Override
    public PageWriter getPageWriter(ColumnDescriptor column) {
        return chunks.get(column);
    }

    /** Writes the group at the position, in the order of the columns. */
    RowGroup writeTo(OutputStream out, long position, long rows) throws IOException {
        List<ColumnChunk> written = new ArrayList<>();
        long next = position;
        for (ColumnChunkPages chunk : chunks.values()) {
            written.add(chunk.writeTo(out, next));
            next += chunk.getMemSize();
        }
        long uncompressed = chunks.values().stream()
                .mapToLong(ColumnChunkPages::uncompressed)
                .sum();
        return new RowGroup(written, uncompressed, rows).setTotal_compressed_size(next - position);
    }
}
