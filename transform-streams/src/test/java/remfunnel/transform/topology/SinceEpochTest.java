package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class SinceEpochTest {
    @Test
    void takesARecordWithoutATimeForOneOf1970() {
        assertThat(extracted(ConsumerRecord.NO_TIMESTAMP)).isZero();
        assertThat(extracted(7)).isEqualTo(7);
    }

    private static long extracted(long timestamp) {
        var record = new ConsumerRecord<Object, Object>(
                "funnel.config",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                1,
                1,
                "k",
                "v",
                new RecordHeaders(),
                Optional.empty());
        return new SinceEpoch().extract(record, -1);
    }
}
