package remfunnel.ingest.connector;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import remfunnel.Checkpoint;
import remfunnel.Component;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.EncryptedSecret;
import remfunnel.FunnelConfig;
import remfunnel.ingest.kafka.Checkpoints;
import remfunnel.ingest.kafka.Journal;
import remfunnel.ingest.kafka.PartitionReader.Origin;
import remfunnel.schemas.Keys;

/** The connectors of one owned partition, as its records tell of them. Used by the partition's thread alone. */
public final class Connectors implements AutoCloseable {
    private final Journal journal;
    private final Surroundings around;
    private final Map<String, ConnectorSlot> slots = new HashMap<>();
    private boolean live;

    public Connectors(Journal journal, Surroundings around) {
        this.journal = journal;
        this.around = around;
    }

    public void config(String id, Optional<FunnelConfig> config, Origin origin) {
        slot(id).config(config, origin);
        applyIfLive(id);
    }

    public void secret(String id, Optional<EncryptedSecret> secret, Origin origin) {
        slot(id).secret(secret);
        applyIfLive(id);
    }

    public void checkpoint(String id, Optional<Checkpoint> checkpoint, Origin origin) {
        slot(id).checkpoint(checkpoint.map(Checkpoints::position));
    }

    /** A name, under {@code connector/kind/id}. */
    public void name(String key, Optional<DictionaryEntry> entry, Origin origin) {
        var parts = key.split("/", 3);
        if (entry.isPresent()) {
            slot(parts[0]).name(entry.get());
        } else if (parts.length == 3) {
            slot(parts[0]).unname(DictionaryKind.valueOf(parts[1]), parts[2]);
        }
    }

    /** What a connector shows, under {@code connector/component}. */
    public void status(String key, Optional<ConnectorStatus> status, Origin origin) {
        var connector = Keys.connectorOf(key);
        if (key.equals(Keys.status(connector, Component.INGEST)) && (isShown(status) || slots.containsKey(connector))) {
            slot(connector).shown(isShown(status));
        }
    }

    /** One that was removed long ago, and is shown so, is no concern of ours. */
    private static boolean isShown(Optional<ConnectorStatus> status) {
        return status.filter(now -> now.getState() != ConnectorState.REMOVED).isPresent();
    }

    /** All that was kept is known now: begin. */
    public void begin() {
        live = true;
        slots.values().forEach(ConnectorSlot::apply);
    }

    private ConnectorSlot slot(String id) {
        return slots.computeIfAbsent(id, unknown -> new ConnectorSlot(unknown, journal, around));
    }

    private void applyIfLive(String id) {
        if (live) {
            slot(id).apply();
        }
    }

    @Override
    public void close() {
        slots.values().forEach(ConnectorSlot::release);
        slots.clear();
    }
}
