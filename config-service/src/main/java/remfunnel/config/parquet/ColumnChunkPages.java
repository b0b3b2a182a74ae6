package remfunnel.config.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of one column in one group of rows, compressed and kept until the group is written. */
final class ColumnChunkPages extends FirstVersionPages {
    private final ColumnDescriptor column;
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private long values;
    private long uncompressed;

    ColumnChunkPages(ColumnDescriptor column) {
        this.column = column;
    }

    @Override
    public void writePage(
            BytesInput page,
            int valueCount,
            int rowCount,
            Statistics<?> statistics,
            SizeStatistics sizes,
            GeospatialStatistics places,
            org.apache.parquet.column.Encoding repetition,
            org.apache.parquet.column.Encoding definition,
            org.apache.parquet.column.Encoding content)
            throws IOException {
        DataPageHeader header = new DataPageHeader(valueCount, known(content), known(definition), known(repetition));
        write(page, PageType.DATA_PAGE, new PageHeader().setData_page_header(header), data);
        values += valueCount;
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        DictionaryPageHeader header = new DictionaryPageHeader(page.getDictionarySize(), known(page.getEncoding()));
        write(
                page.getBytes(),
                PageType.DICTIONARY_PAGE,
                new PageHeader().setDictionary_page_header(header),
                dictionary);
    }

    private Encoding known(org.apache.parquet.column.Encoding encoding) {
        Encoding known = Encoding.valueOf(encoding.name());
        encodings.add(known);
        return known;
    }

    private void write(BytesInput page, PageType type, PageHeader header, ByteArrayOutputStream to) throws IOException {
        int raw = Math.toIntExact(page.size());
        byte[] compressed = compressed(page);
        header.setType(type).setUncompressed_page_size(raw).setCompressed_page_size(compressed.length);
        int before = to.size();
        Util.writePageHeader(header, to);
        uncompressed += to.size() - before + raw;
        to.write(compressed);
    }

    private static byte[] compressed(BytesInput page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            page.writeAllTo(gzip);
        }
        return bytes.toByteArray();
    }

    /** Writes the chunk and tells the footer where it lies. */
    ColumnChunk writeTo(OutputStream out, long position) throws IOException {
        dictionary.writeTo(out);
        data.writeTo(out);
        ColumnMetaData described = new ColumnMetaData(
                SchemaElements.physical(column.getPrimitiveType()),
                List.copyOf(encodings),
                Arrays.asList(column.getPath()),
                CompressionCodec.GZIP,
                values,
                uncompressed,
                getMemSize(),
                position + dictionary.size());
        if (dictionary.size() > 0) {
            described.setDictionary_page_offset(position);
        }
        return new ColumnChunk(0).setMeta_data(described);
    }

    @Override
    public long getMemSize() {
        return (long) dictionary.size() + data.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + getMemSize() + " bytes";
    }

    long uncompressed() {
        return uncompressed;
    }
}
