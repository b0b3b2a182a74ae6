package remfunnel.ingest.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import remfunnel.Component;
import remfunnel.ConnectorState;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.EncryptedSecret;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.ingest.kafka.Entry;
import remfunnel.ingest.kafka.Journal;
import remfunnel.ingest.kafka.PartitionReader.Origin;
import remfunnel.ingest.polling.Account;
import remfunnel.ingest.polling.Connector;
import remfunnel.ingest.polling.NameBook;
import remfunnel.ingest.polling.Names;
import remfunnel.ingest.polling.Position;
import remfunnel.ingest.polling.Source;
import remfunnel.ingest.polling.Tally;
import remfunnel.ingest.source.Secret;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topics;

/** All that is known of one connector, and its loops while there is cause for them. Used by one thread. */
final class ConnectorSlot {
    /** What loops were started with; only a change of it starts others. */
    private record Cause(
            SourceSettings source, boolean enabled, boolean needsItems, Optional<EncryptedSecret> secret) {}

    private record Running(ConnectorRun run, ConnectorLedger ledger, StatusBoard board, Cause cause, long life) {
        void follow(long revision, long offset) {
            ledger.begun().ifPresent(any -> ledger.record(List.of(), position -> position.configuredAt(offset)));
            board.follows(revision);
        }
    }

    private final String id;
    private final Journal journal;
    private final Surroundings around;
    private final NameBook book = new NameBook();
    private final Tally tally = new Tally();
    private final ConnectorMeters meters;
    private Optional<FunnelConfig> config = Optional.empty();
    private Optional<EncryptedSecret> secret = Optional.empty();
    private Optional<Position> position = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private long configOffset = -1;
    private long revision = -1;
    private long knownLife;
    private boolean shown;

    ConnectorSlot(String id, Journal journal, Surroundings around) {
        this.id = id;
        this.journal = journal;
        this.around = around;
        this.meters = around.gauges().show(id, tally);
    }

    void checkpoint(Optional<Position> stored) {
        position = stored;
    }

    void name(DictionaryEntry entry) {
        book.put(entry);
    }

    void unname(DictionaryKind kind, String entryId) {
        book.remove(kind, entryId);
    }

    /** A topology that replays its history says once more what was in force long ago: that is not followed. */
    void config(Optional<FunnelConfig> record, Origin origin) {
        long said = record.map(FunnelConfig::getRevision).or(origin::life).orElse(revision);
        if (said < revision) {
            return;
        }
        config = record;
        configOffset = origin.offset();
        revision = said;
        knownLife = Math.max(knownLife, origin.life().orElse(knownLife));
    }

    /** Whether people see it as one that is there; a removed one has to be shown as removed. */
    void shown(boolean asThere) {
        shown = asThere;
    }

    void secret(Optional<EncryptedSecret> record) {
        secret = record;
    }

    /** Makes what runs be what is configured. */
    void apply() {
        var same = running.filter(now -> config.map(this::cause).equals(Optional.of(now.cause())))
                .filter(now -> !isOver(now.life()));
        if (same.isPresent()) {
            same.get().follow(config.orElseThrow().getRevision(), configOffset);
            return;
        }
        stop();
        removeFormerLife();
        sayRemoved();
        config.ifPresent(this::begin);
    }

    /** Leaves everything as it was written last. */
    void stop() {
        running.ifPresent(now -> position = now.run().stop());
        meters.rests();
        running = Optional.empty();
    }

    /** The connector is not ours any more. */
    void release() {
        stop();
        meters.close();
    }

    private Cause cause(FunnelConfig followed) {
        var source = followed.getSource();
        return new Cause(
                source,
                followed.getEnabled(),
                around.sources().connector(followed, 0, 0).needsItems(),
                secret);
    }

    /** What was kept of a connector that was removed goes, even if one of that name was made since. */
    private void removeFormerLife() {
        boolean isFormer =
                config.isEmpty() || position.filter(then -> isOver(then.life())).isPresent();
        if (!isFormer || (position.isEmpty() && book.isEmpty())) {
            return;
        }
        List<Entry<?>> entries = new ArrayList<>();
        entries.add(Entry.tombstone(Topics.CHECKPOINTS, id));
        book.all()
                .forEach(name -> entries.add(
                        Entry.tombstone(Topics.DICTIONARIES, Keys.dictionary(id, name.getKind(), name.getId()))));
        journal.write(entries);
        position = Optional.empty();
        book.clear();
    }

    /** A removal may have been compacted away before we saw it; what is downstream knows of it all the same. */
    private boolean isOver(long life) {
        return life != Position.UNKNOWN_LIFE && life < knownLife;
    }

    /** Of one that never polled as well: it may have shown that it has no key, or is paused. */
    private void sayRemoved() {
        if (config.isEmpty() && shown) {
            journal.write(List.of(removed()));
            meters.stands(ConnectorState.REMOVED);
            shown = false;
        }
    }

    private StatusBoard board(ConnectorLedger ledger) {
        return new StatusBoard(ledger, new StatusBoard.Figures(tally, meters), around.loops(), around.clock());
    }

    private Entry<?> removed() {
        var ledger = new ConnectorLedger(id, journal, Optional.empty(), around.tracing());
        var status = board(ledger).status(ConnectorState.REMOVED, "Removed: its orders are not read any more.");
        return Entry.of(Topics.STATUS, Keys.status(id, Component.INGEST), status);
    }

    private void begin(FunnelConfig followed) {
        shown = true;
        tally.keyIs(secret.map(EncryptedSecret::getUpdatedAt));
        var ledger = new ConnectorLedger(id, journal, position, around.tracing());
        var board = board(ledger);
        board.follows(followed.getRevision());
        var key = secret.flatMap(around.keyring()::open);
        if (!followed.getEnabled()) {
            board.pauses();
        } else if (secret.isEmpty()) {
            board.cannotBegin(Obstacle.NO_KEY, "There is no key yet: apply the configuration with api-key.");
        } else if (key.isEmpty()) {
            board.cannotBegin(
                    Obstacle.FOREIGN_KEYSET,
                    "The key was encrypted with another keyset: apply the configuration with api-key again.");
        } else {
            run(followed, key.get(), ledger, board);
        }
    }

    private void run(FunnelConfig followed, Secret key, ConnectorLedger ledger, StatusBoard board) {
        try {
            var client = around.sources().open(followed.getSource(), key, meters);
            var life = position.map(Position::life).orElseGet(() -> Math.max(followed.getRevision(), knownLife));
            var connector = around.sources().connector(followed, configOffset, life);
            var account = account(connector, new Source(client, System::nanoTime, tally), ledger);
            var interval = Duration.ofMillis(followed.getSource().getPollIntervalMs());
            var run = new ConnectorRun(
                    account, ledger, board, new ConnectorRun.Rhythm(interval, around.loops()), around.vitals());
            running = Optional.of(new Running(run, ledger, board, cause(followed), life));
            meters.polls(run.freshness(), interval);
            run.start();
        } catch (IllegalArgumentException wrongAddress) {
            board.cannotBegin(Obstacle.ADDRESS, wrongAddress.getMessage());
        }
    }

    private Account account(Connector connector, Source source, ConnectorLedger ledger) {
        var rhythm = new Names.Rhythm(around.loops().namesEvery(), System::nanoTime);
        return new Account(connector, source, ledger, new Names(source, ledger, book, rhythm), tally);
    }
}
