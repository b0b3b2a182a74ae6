package remfunnel.transform.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.Component;
import remfunnel.ConnectorStatus;
import remfunnel.FunnelConfig;
import remfunnel.funnel.history.Transition;
import remfunnel.schemas.Keys;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import remfunnel.tracing.TraceParent;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Origin;
import remfunnel.transform.state.OwnFields;

/** Writes everything that leaves the topology, with the headers that say what led to it. */
final class Outputs {
    private static final int MAX_REJECTED_KEY = 512 * 1024;
    private static final int MAX_REJECTED_VALUE = Topic.MAX_RECORD_BYTES - 1024 * 1024;
    private static final String CUT = " (cut: it was too large for funnel.rejects)";

    private final ProcessorContext<byte[], byte[]> context;
    private final TransitionWriter transitions;
    private final TotalWriter totals;
    private final Serializer<FunnelConfig> configs;
    private final Serializer<ConnectorStatus> statuses;
    private final TransformMeters meters;

    Outputs(ProcessorContext<byte[], byte[]> context, Records records, TransformMeters meters) {
        this.context = context;
        this.transitions = new TransitionWriter(records.serializer(Topics.TRANSITIONS));
        this.totals = new TotalWriter(records.serializer(Topics.TOTALS));
        this.configs = records.serializer(Topics.CONFIG_ACTIVE);
        this.statuses = records.serializer(Topics.STATUS);
        this.meters = meters;
    }

    /** The order's fact as it is now; empty for its tombstone. */
    void fact(OrderKey order, Bytes fact, Provenance provenance) {
        byte[] value = fact.get().length == 0 ? null : fact.get();
        derived(Nodes.WRITE_FACTS, Keys.order(order.connector(), order.order()), value, provenance);
        meters.wrote(Topics.FACTS, provenance.cause());
    }

    /** The bytes of a transition, as {@link #transition} writes them. */
    byte[] encode(OrderKey order, Transition transition) {
        return transitions.write(order, transition);
    }

    void transition(OrderKey order, Transition transition, Provenance provenance) {
        transition(order, transition.n(), encode(order, transition), provenance);
    }

    void noTransition(OrderKey order, int n, Provenance provenance) {
        transition(order, n, null, provenance);
    }

    private void transition(OrderKey order, int n, byte[] value, Provenance provenance) {
        derived(Nodes.WRITE_TRANSITIONS, Keys.transition(order.connector(), order.order(), n), value, provenance);
        meters.wrote(Topics.TRANSITIONS, provenance.cause());
    }

    /** The cell as it is now; its tombstone when nothing is in it. */
    void total(String key, TotalWriter.Row row, Provenance provenance) {
        derived(Nodes.WRITE_TOTALS, key, row.total().isNone() ? null : totals.write(row), provenance);
        meters.wrote(Topics.TOTALS, provenance.cause());
    }

    private void derived(String sink, String key, byte[] value, Provenance provenance) {
        var headers = new RecordHeaders();
        provenance.revision().ifPresent(number -> add(headers, "revision", Long.toString(number)));
        provenance.origin().ifPresent(origin -> add(headers, origin));
        add(headers, "cause", provenance.cause().name());
        provenance.trace().ifPresent(trace -> trace.write(headers));
        send(sink, TextKey.bytes(key), value, provenance.at().toEpochMilli(), headers);
    }

    /**
     * What led to a record.
     *
     * @param origin of the event in remonline.orders; empty for what many orders led to
     * @param at when, in terms of the source
     * @param trace that the event bears
     */
    record Provenance(
            Cause cause, Optional<Long> revision, Optional<Origin> origin, Instant at, Optional<TraceParent> trace) {
        Provenance at(Instant moment) {
            return new Provenance(cause, revision, origin, moment, trace);
        }
    }

    /** The bytes of an active configuration, as {@link #activate} writes them. */
    byte[] encode(FunnelConfig config) {
        return configs.serialize(Topics.CONFIG_ACTIVE.name(), config);
    }

    /** Its life goes with it: ingest-service reads for none that is over. */
    void activate(String connector, byte[] config, Origin origin, Activated activated) {
        var headers = headers(origin, Optional.of(origin.offset()));
        LifeHeader.write(headers, activated.life());
        activated.fields().ifPresent(fields -> FieldsHeader.write(headers, fields));
        send(
                Nodes.WRITE_ACTIVE_CONFIG,
                TextKey.bytes(connector),
                config,
                activated.at().toEpochMilli(),
                headers);
    }

    /** Says once more what was read, as it was: a replay may have written something older behind it. */
    void activateAgain(ActiveRecord active) {
        context.forward(active.record(), Nodes.WRITE_ACTIVE_CONFIG);
    }

    /** @param fields what the account's own fields were defined as, where it makes a difference */
    record Activated(long life, Optional<OwnFields> fields, Instant at) {}

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
        RefusalLog.write(key, refusal.source());
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
        add(headers, origin);
        return headers;
    }

    private static void add(Headers headers, Origin origin) {
        add(headers, "partition", Integer.toString(origin.partition()));
        add(headers, "offset", Long.toString(origin.offset()));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    void close() {
        transitions.close();
        totals.close();
        configs.close();
        statuses.close();
    }
}
