package remfunnel.config;

import org.apache.avro.generic.IndexedRecord;
import remfunnel.config.export.TopicSnapshot;
import remfunnel.schemas.Topic;

/** One of the files that an export of everything consists of. */
record ExportFile(String name, Topic<? extends IndexedRecord> topic, TopicSnapshot snapshot) {}
