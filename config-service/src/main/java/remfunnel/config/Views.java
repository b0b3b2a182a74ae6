package remfunnel.config;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.page.FunnelBook;
import remfunnel.schemas.Keys;

/** Puts together what REST shows of a connector. */
@Component
class Views {
    private static final String KEY_STORED_AT = "key_stored_at_ms";

    private final Connectors connectors;
    private final LiveTopics topics;
    private final Vault vault;
    private final FunnelBook book;
    private final TransformLag lag;

    Views(Connectors connectors, LiveTopics topics, Vault vault, FunnelBook book, TransformLag lag) {
        this.connectors = connectors;
        this.topics = topics;
        this.vault = vault;
        this.book = book;
        this.lag = lag;
    }

    Optional<ConnectorView> connector(String id) {
        return connectors.latest(id).map(this::connector);
    }

    private ConnectorView connector(FunnelConfig latest) {
        String id = latest.getConnectorId();
        Optional<FunnelConfig> active = connectors.active(id);
        FunnelConfig shown = active.orElse(latest);
        return new ConnectorView(
                id,
                active.map(FunnelConfig::getRevision),
                latest.getRevision(),
                ConnectorWriter.document(shown),
                Optional.of(latest)
                        .filter(it -> active.isEmpty()
                                || it.getRevision() != active.get().getRevision())
                        .map(this::pending),
                shown.getUpdatedAt(),
                shown.getUpdatedBy(),
                status(latest));
    }

    private ConnectorView.Pending pending(FunnelConfig latest) {
        Optional<String> rejected = status(latest.getConnectorId(), remfunnel.Component.TRANSFORM)
                .filter(status -> isRejection(status, latest))
                .map(ConnectorStatus::getMessage);
        return new ConnectorView.Pending(latest.getRevision(), ConnectorWriter.document(latest), rejected);
    }

    Optional<StatusView> status(String id) {
        return connectors.latest(id).map(this::status);
    }

    private StatusView status(FunnelConfig latest) {
        String id = latest.getConnectorId();
        Optional<FunnelConfig> active = connectors.active(id);
        Optional<ConnectorStatus> ingest = status(id, remfunnel.Component.INGEST);
        Optional<ConnectorStatus> transform = status(id, remfunnel.Component.TRANSFORM);
        Optional<Instant> key = vault.storedAt(id);
        return new StatusView(
                id,
                active.orElse(latest).getTitle(),
                active.orElse(latest).getEnabled(),
                active.map(FunnelConfig::getRevision),
                latest.getRevision(),
                key.isPresent(),
                key,
                key.isPresent() && key.equals(ingest.flatMap(Views::keyOf)),
                book.lastChange(id),
                lag.of(id),
                transform.filter(status -> isRejection(status, latest)).map(rejection -> problems(latest)),
                ingest.map(StatusView.ComponentView::of),
                transform.map(StatusView.ComponentView::of));
    }

    /** The message of the transform says them in English alone. */
    private List<StatusView.ProblemView> problems(FunnelConfig rejected) {
        return connectors.faults(rejected).stream()
                .map(StatusView.ProblemView::of)
                .toList();
    }

    /** Of that one: what was said of a former one says nothing of it. */
    private static boolean isRejection(ConnectorStatus transform, FunnelConfig latest) {
        return transform.getState() == ConnectorState.CONFIG_REJECTED
                && (transform.getRevision() == null || transform.getRevision() == latest.getRevision());
    }

    /** When the key was stored that ingest speaks of. */
    private static Optional<Instant> keyOf(ConnectorStatus ingest) {
        return Optional.ofNullable(ingest.getCounters().get(KEY_STORED_AT)).map(Instant::ofEpochMilli);
    }

    private Optional<ConnectorStatus> status(String id, remfunnel.Component component) {
        return topics.statuses().value(Keys.status(id, component));
    }
}
