package remfunnel.config.cli;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import remfunnel.Component;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.Progress;
import remfunnel.config.Service;
import remfunnel.config.document.ConnectorReader;
import remfunnel.config.document.ConnectorReading;
import remfunnel.config.document.Documents;
import remfunnel.config.document.Faults;
import remfunnel.config.document.NodeReader;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topics;
import tools.jackson.databind.JsonNode;

/** Ingest and transform as a command sees them: they do their next step whenever it waits. */
final class Others implements Pause {
    /** More than the command grants one who has given no key. */
    private static final int LOOKS_WITHOUT = 7;

    private final Service service;
    private final String id;
    private boolean keyRefused;
    private int steps;

    Others(Service service, String id) {
        this.service = service;
        this.id = id;
    }

    Others refusingTheKey() {
        keyRefused = true;
        return this;
    }

    @Override
    public void pause(Duration duration) {
        steps++;
        JsonNode view = service.json("/api/connectors/" + id);
        if (view.has("pending") && !view.path("pending").has("rejected")) {
            activate(view.path("pending"));
        } else if (view.path("status")
                .path("transform")
                .path("state")
                .asString("")
                .equals("RESTATING")) {
            tell(
                    Component.TRANSFORM,
                    ConnectorState.CONNECTED,
                    "",
                    view.path("revision").asLong());
        }
        if (keyRefused) {
            refuseTheKey(view);
        } else if (steps == 2) {
            names();
        }
    }

    /** Ingest polls, and its clock and the source's are so far apart. */
    void polls(long clockDifferenceMillis) {
        service.produce(
                Topics.STATUS,
                Keys.status(id, Component.INGEST),
                ConnectorStatus.newBuilder()
                        .setConnectorId(id)
                        .setComponent(Component.INGEST)
                        .setState(ConnectorState.CONNECTED)
                        .setMessage("")
                        .setCounters(Map.of("clock_difference_ms", clockDifferenceMillis))
                        .setRevision(0L)
                        .setAt(Instant.EPOCH)
                        .build());
        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.json("/api/status/" + id)
                        .path("ingest")
                        .path("counters")
                        .has("clock_difference_ms"));
    }

    private void activate(JsonNode pending) {
        ConnectorReading reading = ConnectorReader.body(
                NodeReader.json(pending.path("configuration").toString(), new Faults()));
        FunnelConfig config = ((ConnectorReading.Read) reading).config();
        long revision = pending.path("revision").asLong();
        service.produce(
                Topics.CONFIG_ACTIVE,
                id,
                FunnelConfig.newBuilder(config).setRevision(revision).build());
        tell(Component.TRANSFORM, ConnectorState.RESTATING, "", revision);
    }

    /** First none has come to ingest, which is no word on the one that was given. */
    private void refuseTheKey(JsonNode view) {
        long revision = view.path("latest-revision").asLong();
        var refusal = refusal(revision);
        if (steps == 2) {
            tell(refusal.setMessage("There is no key yet.").build());
        } else if (steps > 2 + LOOKS_WITHOUT) {
            var storedAt = Instant.parse(view.at("/status/api-key-stored-at").asString());
            tell(refusal.setMessage("Wrong key.")
                    .setCounters(Map.of("key_stored_at_ms", storedAt.toEpochMilli()))
                    .build());
        }
    }

    private ConnectorStatus.Builder refusal(long revision) {
        return ConnectorStatus.newBuilder()
                .setConnectorId(id)
                .setComponent(Component.INGEST)
                .setState(ConnectorState.KEY_REFUSED)
                .setRevision(revision)
                .setAt(Instant.EPOCH);
    }

    private void tell(Component component, ConnectorState state, String message, Long revision) {
        Progress progress = state == ConnectorState.RESTATING ? new Progress(5L, 10L) : null;
        tell(new ConnectorStatus(
                id,
                component,
                state,
                message,
                progress,
                Map.of("orders", 10L),
                null,
                revision,
                Instant.EPOCH,
                null,
                null));
    }

    private void tell(ConnectorStatus status) {
        Component component = status.getComponent();
        service.produce(Topics.STATUS, Keys.status(id, component), status);
        String path = component.name().toLowerCase(Locale.ROOT);
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            JsonNode shown = service.json("/api/status/" + id).path(path);
            return shown.path("state").asString("").equals(status.getState().name())
                    && shown.path("message").asString("").equals(status.getMessage());
        });
    }

    private void names() {
        Documents.names()
                .dictionaries()
                .forEach((kind, entries) -> entries.forEach(entry -> name(kind, entry.id(), entry.name())));
        int all = Documents.names().dictionaries().values().stream()
                .mapToInt(List::size)
                .sum();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.json("/api/connectors/" + id + "/dictionaries")
                                .valueStream()
                                .mapToInt(JsonNode::size)
                                .sum()
                        >= all);
    }

    private void name(DictionaryKind kind, String entry, String name) {
        service.produce(
                Topics.DICTIONARIES,
                Keys.dictionary(id, kind, entry),
                new DictionaryEntry(id, kind, entry, name, Map.of(), false));
    }
}
