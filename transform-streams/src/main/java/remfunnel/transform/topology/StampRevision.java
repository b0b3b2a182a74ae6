package remfunnel.transform.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Gives each configuration its revision, the offset of its record, before it is sent to the task of its connector. */
final class StampRevision extends ContextualProcessor<byte[], byte[], byte[], StampedConfig> {
    @Override
    public void process(Record<byte[], byte[]> record) {
        var stamped = StampedConfig.cut(Source.of(context()).origin(), record.key(), record.value());
        byte[] key = stamped.key().map(Bytes::get).orElse(Bytes.EMPTY);
        context().forward(new Record<>(key, stamped, record.timestamp()));
    }
}
