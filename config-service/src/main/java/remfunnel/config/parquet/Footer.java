package remfunnel.config.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/** What ends a file: its columns, where its groups of rows lie, and notes. */
record Footer(MessageType schema, List<RowGroup> groups, Map<String, String> notes) {
    static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT_VERSION = 1;

    byte[] bytes() throws IOException {
        long rows = groups.stream().mapToLong(RowGroup::getNum_rows).sum();
        FileMetaData metaData = new FileMetaData(FORMAT_VERSION, SchemaElements.of(schema), rows, groups)
                .setCreated_by("remfunnel")
                .setKey_value_metadata(notes.entrySet().stream()
                        .map(note -> new KeyValue(note.getKey()).setValue(note.getValue()))
                        .toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(metaData, bytes);
        int length = bytes.size();
        bytes.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        bytes.write(MAGIC);
        return bytes.toByteArray();
    }
}
