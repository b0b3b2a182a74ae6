package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import remfunnel.Component;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.Progress;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.Counts;
import remfunnel.transform.state.Restatement;
import remfunnel.transform.state.TaskStores;

/** Tells in funnel.status how the topology fares with each connector. */
final class Statuses {
    private final TaskStores stores;
    private final Outputs outputs;
    private final Map<String, Counts> told = new HashMap<>();

    Statuses(TaskStores stores, Outputs outputs) {
        this.stores = stores;
        this.outputs = outputs;
    }

    void tell(String connector, Instant now) {
        var counts = stores.counts(connector);
        outputs.status(status(connector, counts, now));
        told.put(connector, counts);
    }

    /** Tells of every connector whose counts changed since they were told. */
    void tellChanged(Instant now) {
        stores.allCounts().forEach((connector, counts) -> {
            if (!counts.equals(told.get(connector)) && isConfigured(stores.connector(connector))) {
                tell(connector, now);
            }
        });
    }

    /** Orders alone are no connector yet. */
    private static boolean isConfigured(Connector connector) {
        return connector.active().isPresent() || connector.refused().isPresent();
    }

    private ConnectorStatus status(String id, Counts counts, Instant now) {
        var connector = stores.connector(id);
        var running = running(id, now);
        var status = ConnectorStatus.newBuilder()
                .setConnectorId(id)
                .setComponent(Component.TRANSFORM)
                .setState(state(connector, running))
                .setMessage(connector.refused().map(Connector.Refused::message).orElse(""))
                .setCounters(counts.named())
                .setAt(now);
        running.ifPresent(restatement -> status.setProgress(new Progress(restatement.done(), restatement.total())));
        revision(connector).ifPresent(status::setRevision);
        return status.build();
    }

    private static ConnectorState state(Connector connector, Optional<Restatement> running) {
        if (connector.refused().isPresent()) {
            return ConnectorState.CONFIG_REJECTED;
        }
        if (connector.active().isEmpty()) {
            return ConnectorState.REMOVED;
        }
        return running.isPresent() ? ConnectorState.RESTATING : ConnectorState.CONNECTED;
    }

    private static Optional<Long> revision(Connector connector) {
        return connector
                .refused()
                .map(Connector.Refused::revision)
                .or(() -> connector.active().map(Connector.Active::revision));
    }

    private Optional<Restatement> running(String connector, Instant now) {
        return Arrays.stream(Restatement.Kind.values())
                .flatMap(kind -> stores.restatement(new Restatement.Key(connector, kind)).stream())
                .filter(restatement -> restatement.isDue(now))
                .findFirst();
    }
}
