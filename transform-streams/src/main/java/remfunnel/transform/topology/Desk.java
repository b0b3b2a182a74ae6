package remfunnel.transform.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.Component;
import remfunnel.ConnectorStatus;
import remfunnel.FunnelConfig;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.Origin;

/** Where everything that leaves the topology is written up, with the headers that say what led to it. */
final class Desk {
    private static final int MAX_REJECTED_KEY = 512 * 1024;
    private static final int MAX_REJECTED_VALUE = Topic.MAX_RECORD_BYTES - 1024 * 1024;
    private static final String CUT = " (cut: it was too large for funnel.rejects)";

    private final ProcessorContext<byte[], byte[]> context;
    private final Serializer<FunnelConfig> configs;
    private final Serializer<ConnectorStatus> statuses;
    private final TransformMeters meters;

    Desk(ProcessorContext<byte[], byte[]> context, Records records, TransformMeters meters) {
        this.context = context;
        this.configs = records.serializer(Topics.CONFIG_ACTIVE);
        this.statuses = records.serializer(Topics.STATUS);
        this.meters = meters;
    }

    /** The order's fact as it is now, or its tombstone. */
    void fact(String key, KnownOrder order, Cause cause, Optional<Long> revision) {
        var headers = headers(order.origin(), revision);
        add(headers, "cause", cause.name());
        byte[] value = order.hasFact() ? order.fact().get() : null;
        send(Nodes.WRITE_FACTS, TextKey.bytes(key), value, order.modifiedAt().toEpochMilli(), headers);
        meters.wrote(cause);
    }

    /** The bytes of an active configuration, as {@link #activate} writes them. */
    byte[] encode(FunnelConfig config) {
        return configs.serialize(Topics.CONFIG_ACTIVE.name(), config);
    }

    void activate(String connector, byte[] config, StampedConfig stamped, long timestamp) {
        var headers = headers(stamped.origin(), Optional.of(stamped.revision()));
        send(Nodes.WRITE_ACTIVE_CONFIG, TextKey.bytes(connector), config, timestamp, headers);
    }

    void status(ConnectorStatus status) {
        String key = Keys.status(status.getConnectorId(), Component.TRANSFORM);
        byte[] value = statuses.serialize(Topics.STATUS.name(), status);
        send(Nodes.WRITE_STATUS, TextKey.bytes(key), value, status.getAt().toEpochMilli(), new RecordHeaders());
    }

    /** Rejects are kept by age, so they are as old as the refusal, not as the record. */
    void reject(byte[] key, byte[] value, Refusal refusal) {
        var headers = headers(refusal.source().origin(), refusal.revision());
        byte[] keptKey = cut(key, MAX_REJECTED_KEY);
        byte[] keptValue = cut(value, MAX_REJECTED_VALUE);
        boolean whole = Arrays.equals(keptKey, key) && Arrays.equals(keptValue, value);
        add(headers, "reason", whole ? refusal.reason() : refusal.reason() + CUT);
        add(headers, "topic", refusal.source().topic());
        send(Nodes.WRITE_REJECTS, keptKey, keptValue, context.currentSystemTimeMs(), headers);
        meters.rejected(refusal.source().topic());
    }

    /** What came in small and compressed may be too large to go out: better a part of it than none. */
    private static byte[] cut(byte[] bytes, int most) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    /** Kafka knows no moment before 1970. */
    private void send(String sink, byte[] key, byte[] value, long timestamp, Headers headers) {
        context.forward(new Record<>(key, value, Math.max(0, timestamp), headers), sink);
    }

    private static Headers headers(Origin origin, Optional<Long> revision) {
        var headers = new RecordHeaders();
        revision.ifPresent(number -> add(headers, "revision", Long.toString(number)));
        add(headers, "partition", Integer.toString(origin.partition()));
        add(headers, "offset", Long.toString(origin.offset()));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    void close() {
        configs.close();
        statuses.close();
    }
}
