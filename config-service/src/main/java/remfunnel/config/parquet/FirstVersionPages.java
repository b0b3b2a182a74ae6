package remfunnel.config.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;

/** Of the ways in which a page may come, the ones that do not come here: every reader knows the format's first version. */
abstract class FirstVersionPages implements PageWriter {
    @Override
    @Deprecated
    public final void writePage(
            BytesInput page,
            int valueCount,
            Statistics<?> statistics,
            Encoding repetition,
            Encoding definition,
            Encoding content) {
        throw new UnsupportedOperationException("rows are counted");
    }

    @Override
    public final void writePage(
            BytesInput page,
            int valueCount,
            int rowCount,
            Statistics<?> statistics,
            Encoding repetition,
            Encoding definition,
            Encoding content) {
        throw new UnsupportedOperationException("a page comes with its sizes");
    }

    @Override
    public final void writePageV2(
            int rowCount,
            int nullCount,
            int valueCount,
            BytesInput repetitions,
            BytesInput definitions,
            Encoding content,
            BytesInput page,
            Statistics<?> statistics) {
        throw new UnsupportedOperationException("pages are of the first version");
    }
}
