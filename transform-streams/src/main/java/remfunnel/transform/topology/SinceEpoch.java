package remfunnel.transform.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Takes a record without a time for one of 1970: nothing is derived from it, and Kafka's own extractor would stop the topology. */
final class SinceEpoch implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}
