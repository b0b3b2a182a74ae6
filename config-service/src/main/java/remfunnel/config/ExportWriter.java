package remfunnel.config;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.config.export.RowFormat;
import remfunnel.config.export.Rows;
import remfunnel.config.export.SnapshotLostException;
import remfunnel.config.export.TopicSnapshot;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.Topic;

/** Writes what a topic held: as it is, or as one of the files of a ZIP. */
final class ExportWriter {
    private static final Logger LOGGER = LoggerFactory.getLogger(ExportWriter.class);

    private final Records records;
    private final RowFormat format;

    ExportWriter(Records records, RowFormat format) {
        this.records = records;
        this.format = format;
    }

    void zip(Iterable<ExportFile> files, OutputStream out) throws IOException {
        Zip zip = new Zip(out);
        try {
            for (ExportFile file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                write(file.topic(), file.snapshot(), zip);
                zip.closeEntry();
            }
            zip.finish();
        } finally {
            zip.release();
        }
    }

    /** Never closed, as that would finish it: a ZIP that broke off must not end in good order. */
    private static final class Zip extends ZipOutputStream {
        Zip(OutputStream out) {
            super(out);
            setLevel(Deflater.BEST_SPEED);
        }

        /** What it compresses with is no memory of the heap. */
        void release() {
            def.end();
        }
    }

    <V extends IndexedRecord> void write(Topic<V> topic, TopicSnapshot snapshot, OutputStream out) throws IOException {
        Rows rows = format.begin(SpecificData.get().getSchema(topic.valueType()), snapshot.asOf(), out);
        RecordReader<V> reader = records.reader(topic);
        try {
            snapshot.forEach(value -> add(reader.read(value), topic, rows));
            rows.end();
        } catch (KafkaException | SnapshotLostException | RegistryUnavailableException | UncheckedIOException e) {
            // Not ended: a stream that ends in good order would pass for a whole export.
            throw new IOException("the export of " + topic.name() + " broke off", e);
        }
    }

    private static <V extends IndexedRecord> void add(RecordReader.Reading<V> reading, Topic<V> topic, Rows rows) {
        switch (reading) {
            case RecordReader.Reading.Decoded<V> decoded -> add(decoded.value(), rows);
            case RecordReader.Reading.Undecodable<V> garbage ->
                LOGGER.atWarn()
                        .addKeyValue("topic", topic.name())
                        .addKeyValue("reason", garbage.reason())
                        .log("Left a record out of an export");
        }
    }

    private static void add(IndexedRecord record, Rows rows) {
        try {
            rows.add(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
