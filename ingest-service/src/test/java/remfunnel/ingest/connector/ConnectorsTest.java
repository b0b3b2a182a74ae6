package remfunnel.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.Checkpoint;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.EncryptedSecret;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.ingest.Shop;
import remfunnel.ingest.kafka.Entry;
import remfunnel.ingest.kafka.PartitionReader.Origin;
import remfunnel.ingest.source.CallLimits;
import remfunnel.ingest.source.CrmClients;
import remfunnel.ingest.source.CrmObserver;
import remfunnel.ingest.source.Secret;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import remfunnel.simulator.OrderEdit;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;

/** Connectors as their records tell of them, with a real source and a journal in memory. */
class ConnectorsTest {
    private static final String ID = "shop";
    private static final Origin ANYWHERE = new Origin(0, Optional.empty());

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().orders(5).requestsPerSecond(0));
    private final List<Entry<?>> journal = new CopyOnWriteArrayList<>();
    private final Vitals vitals = new Vitals();
    private Connectors connectors = connectors();

    /** Avro trusts our records once the topics are known. */
    @BeforeAll
    static void knowTopics() {
        assertThat(Topics.ALL).isNotEmpty();
    }

    @AfterEach
    void close() {
        connectors.close();
        simulator.close();
        assertThat(vitals.dead()).isEmpty();
    }

    @Test
    void tellsWithEachEventTheRevisionThatItsLifeBeganUnder() {
        configured(7, Optional.empty());

        awaitEvents(5);

        assertThat(lives()).containsOnly(Optional.of(7L));
        assertThat(checkpoint().getLife()).isEqualTo(7);
    }

    @Test
    void keepsItsLifeWhenTheSourceIsReadAgain() {
        configured(7, Optional.empty());
        awaitEvents(5);

        var otherAddress = FunnelConfig.newBuilder(Shop.config(ID, ApiVersion.V1, 8));
        otherAddress.setSource(
                new SourceSettings(ApiVersion.V1, simulator.baseUrl().toString(), 1_000L, null));
        connectors.config(ID, Optional.of(otherAddress.build()), new Origin(2, Optional.of(7L)));
        awaitEvents(10);

        assertThat(lives()).containsOnly(Optional.of(7L));
        assertThat(checkpoint().getLife()).isEqualTo(7);
    }

    @Test
    void beginsAnotherLifeWhenTheRemovalBetweenWasMissed() {
        configured(7, Optional.empty());
        awaitEvents(5);
        var kept = checkpoint();
        restart();

        connectors.checkpoint(ID, Optional.of(kept), ANYWHERE);
        configured(12, Optional.of(11L));
        awaitEvents(5);

        assertThat(journal).contains(Entry.tombstone(Topics.CHECKPOINTS, ID));
        assertThat(lives()).containsOnly(Optional.of(12L));
    }

    @Test
    void endsALifeThatRunsWhenAnActivationTellsOfALaterOne() {
        configured(7, Optional.empty());
        awaitEvents(5);

        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 12)), new Origin(2, Optional.of(11L)));
        awaitEvents(10);

        assertThat(lives()).endsWith(Optional.of(12L));
    }

    @Test
    void goesOnWithTheLifeThatItsCheckpointKeeps() {
        configured(7, Optional.empty());
        awaitEvents(5);
        var kept = checkpoint();
        restart();

        connectors.checkpoint(ID, Optional.of(kept), ANYWHERE);
        configured(12, Optional.of(7L));
        await().until(() -> state() == ConnectorState.CONNECTED);

        assertThat(values(Topics.ORDERS)).isEmpty();
        assertThat(checkpoint().getLife()).isEqualTo(7);
    }

    /** What stands before it on the topic has no life either: a number now would make readers forget that. */
    @Test
    void tellsNoLifeForAPositionFromBeforeLivesWereCounted() {
        configured(7, Optional.empty());
        awaitEvents(5);
        var old = Checkpoint.newBuilder(checkpoint()).setLife(-1).build();
        restart();

        connectors.checkpoint(ID, Optional.of(old), ANYWHERE);
        configured(12, Optional.of(0L));
        await().until(() -> state() == ConnectorState.CONNECTED);
        simulator.control().create(simulator.control().statuses().getFirst().id(), OrderEdit.NOTHING);
        awaitEvents(1);

        assertThat(lives()).containsExactly(Optional.empty());
    }

    @Test
    void showsAsRemovedAConnectorThatNeverPolled() {
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 7)), ANYWHERE);
        connectors.begin();
        var before = state();

        connectors.config(ID, Optional.empty(), new Origin(1, Optional.empty()));

        assertThat(before).isEqualTo(ConnectorState.KEY_REFUSED);
        assertThat(state()).isEqualTo(ConnectorState.REMOVED);
    }

    @Test
    void showsAsRemovedAConnectorWhoseRemovalWasMissed() {
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 7)), ANYWHERE);
        connectors.begin();
        var shown = values(Topics.STATUS).getLast();
        restart();

        connectors.status(ID + "/INGEST", Optional.of(shown), ANYWHERE);
        connectors.begin();

        assertThat(state()).isEqualTo(ConnectorState.REMOVED);
    }

    @Test
    void saysOnlyOnceThatAConnectorIsRemoved() {
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, 7)), ANYWHERE);
        connectors.begin();
        connectors.config(ID, Optional.empty(), new Origin(1, Optional.empty()));
        var shown = values(Topics.STATUS).getLast();
        restart();

        connectors.status(ID + "/INGEST", Optional.of(shown), ANYWHERE);
        connectors.config(ID, Optional.empty(), new Origin(1, Optional.empty()));
        connectors.begin();

        assertThat(journal).isEmpty();
    }

    @Test
    void readsNamesInTheirOwnRhythmHoweverRarelyItPolls() {
        var rarely = FunnelConfig.newBuilder(Shop.config(ID, ApiVersion.V1, 7));
        rarely.setSource(new SourceSettings(ApiVersion.V1, null, 3_600_000L, null));
        connectors.secret(ID, Optional.of(secret()), ANYWHERE);
        connectors.config(ID, Optional.of(rarely.build()), ANYWHERE);
        connectors.begin();
        awaitEvents(5);
        var status = simulator.control().statuses().getFirst();

        simulator.control().renameStatus(status.id(), "Другое имя");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> values(Topics.DICTIONARIES).stream()
                        .anyMatch(name -> name.getName().equals("Другое имя")));
    }

    @Test
    void showsNoProgressBeforeTheSourceHasCounted() {
        configured(7, Optional.empty());
        awaitEvents(5);

        assertThat(values(Topics.STATUS))
                .filteredOn(status -> status.getState() == ConnectorState.SYNCING)
                .isNotEmpty()
                .allSatisfy(status -> assertThat(status.getProgress())
                        .satisfiesAnyOf(
                                progress -> assertThat(progress).isNull(),
                                progress -> assertThat(progress.getTotal()).isPositive()));
    }

    private void configured(long revision, Optional<Long> life) {
        connectors.secret(ID, Optional.of(secret()), ANYWHERE);
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, revision)), new Origin(1, life));
        connectors.begin();
    }

    private void restart() {
        connectors.close();
        journal.clear();
        connectors = connectors();
    }

    private Connectors connectors() {
        var sources = new Sources(
                new CrmClients(InstantSource.system(), CrmObserver.NONE),
                Optional.of(simulator.baseUrl()),
                CallLimits.defaults().withRate(0, 3),
                config -> false);
        var loops = new LoopSettings(null, null, Duration.ofMillis(300), Duration.ofMillis(100));
        var gauges = new Gauges(new SimpleMeterRegistry());
        var around = new Surroundings(
                sources,
                encrypted -> Optional.of(new Secret(SimulatorOptions.DEFAULT_KEY)),
                loops,
                vitals,
                gauges,
                InstantSource.system());
        return new Connectors(journal::addAll, around);
    }

    private static EncryptedSecret secret() {
        var bytes = ByteBuffer.wrap("encrypted".getBytes(StandardCharsets.UTF_8));
        return new EncryptedSecret(ID, bytes, Instant.EPOCH, "test");
    }

    private void awaitEvents(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> values(Topics.ORDERS).size() >= count);
    }

    private Checkpoint checkpoint() {
        return values(Topics.CHECKPOINTS).getLast();
    }

    private ConnectorState state() {
        List<ConnectorStatus> statuses = values(Topics.STATUS);
        return statuses.isEmpty() ? ConnectorState.REMOVED : statuses.getLast().getState();
    }

    private List<Optional<Long>> lives() {
        return journal.stream()
                .filter(entry -> entry.topic().equals(Topics.ORDERS))
                .<Optional<Long>>map(Entry::life)
                .toList();
    }

    private <V> List<V> values(Topic<V> topic) {
        return journal.stream()
                .filter(entry -> entry.topic().equals(topic))
                .flatMap(entry -> entry.value().stream())
                .map(topic.valueType()::cast)
                .toList();
    }
}
