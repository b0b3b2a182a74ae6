package remfunnel.transform.topology;

import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Gives each configuration its revision, the offset of its record, before it is sent to the task of its connector. */
final class StampRevision extends ContextualProcessor<byte[], byte[], byte[], StampedConfig> {
    @Override
    public void process(Record<byte[], byte[]> record) {
        var key = Optional.ofNullable(record.key()).map(Bytes::wrap);
        var value = Optional.ofNullable(record.value()).map(Bytes::wrap);
        var stamped = new StampedConfig(Source.of(context()).origin(), key, value);
        context()
                .forward(record.withKey(key.map(Bytes::get).orElse(Bytes.EMPTY)).withValue(stamped));
    }
}
