package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.TaskStores;

/** What one processor of one task works with: its stores, what orders are judged by, and its way out. */
final class TaskContext {
    private final ProcessorContext<byte[], byte[]> context;
    private final TaskStores stores;
    private final Outputs outputs;
    private final ConnectorJudges judges;
    private final OrderUpdates updates;
    private final Statuses statuses;

    TaskContext(ProcessorContext<byte[], byte[]> context, TopologyParts parts) {
        this.context = context;
        this.stores = new TaskStores(context);
        this.outputs = new Outputs(context, parts.records(), parts.meters());
        this.judges = new ConnectorJudges(stores, parts.records());
        this.updates = new OrderUpdates(stores, outputs);
        this.statuses = new Statuses(stores, outputs);
    }

    TaskStores stores() {
        return stores;
    }

    Outputs outputs() {
        return outputs;
    }

    ConnectorJudges judges() {
        return judges;
    }

    OrderUpdates updates() {
        return updates;
    }

    Statuses statuses() {
        return statuses;
    }

    Source source() {
        return Source.of(context);
    }

    /** Of the wall clock: for funnel.status and for pacing, never for what is derived. */
    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    /** Sends a record to the rejects as it came and counts it for its connector, where it names one. */
    void refuse(Record<byte[], byte[]> record, String reason) {
        var connector = TextKey.connectorOf(record.key());
        var revision = connector.flatMap(this::revision);
        outputs.reject(record.key(), record.value(), new Refusal(source(), reason, revision));
        connector.ifPresent(id -> stores.keep(id, stores.counts(id).plusRejected()));
    }

    private Optional<Long> revision(String connector) {
        return stores.connector(connector).active().map(Connector.Active::revision);
    }

    void close() {
        outputs.close();
        judges.close();
    }
}
