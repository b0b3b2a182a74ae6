package remfunnel.config;

import java.time.Instant;
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
                .filter(status -> status.getState() == ConnectorState.CONFIG_REJECTED)
                .filter(status -> status.getRevision() == null || status.getRevision() == latest.getRevision())
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
                ingest.map(StatusView.ComponentView::of),
                status(id, remfunnel.Component.TRANSFORM).map(StatusView.ComponentView::of));
    }

    /** When the key was stored that ingest speaks of. */
    private static Optional<Instant> keyOf(ConnectorStatus ingest) {
        return Optional.ofNullable(ingest.getCounters().get(KEY_STORED_AT)).map(Instant::ofEpochMilli);
    }

    private Optional<ConnectorStatus> status(String id, remfunnel.Component component) {
        return topics.statuses().value(Keys.status(id, component));
    }
}
