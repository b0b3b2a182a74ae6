package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.FunnelConfig;
import remfunnel.schemas.LifeHeader;
import remfunnel.transform.state.OwnFields;

/**
 * A configuration in force, as it is read back.
 *
 * @param life of the connector when it came into force, as far as it was known then
 * @param fields the definitions it was compiled with; empty where they make no difference
 */
record ActiveRecord(Record<byte[], byte[]> record, FunnelConfig config, long life, Optional<OwnFields> fields) {
    static ActiveRecord of(Record<byte[], byte[]> record, FunnelConfig config) {
        var headers = record.headers();
        return new ActiveRecord(record, config, LifeHeader.read(headers).orElse(0L), FieldsHeader.read(headers));
    }

    long revision() {
        return config.getRevision();
    }

    Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** It may have come into force before an event told of the life it belongs to, which never began later than itself. */
    boolean isOfLife(long current) {
        return Math.max(life, revision()) >= current;
    }
}
