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
import remfunnel.ApiVersion;
import remfunnel.Checkpoint;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.EncryptedSecret;
import remfunnel.ingest.Shop;
import remfunnel.ingest.kafka.Entry;
import remfunnel.ingest.kafka.PartitionReader.Origin;
import remfunnel.ingest.source.CallLimits;
import remfunnel.ingest.source.CrmClients;
import remfunnel.ingest.source.Secret;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;
import remfunnel.tracing.Tracing;

/** Connectors as their records tell of them, with a real source and a journal in memory. */
abstract class OneConnector {
    static final String ID = "shop";
    static final Origin ANYWHERE = new Origin(0, Optional.empty());

    final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().orders(5).requestsPerSecond(0));
    final List<Entry<?>> journal = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Vitals vitals = new Vitals();
    Connectors connectors = connectors();

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

    void configured(long revision, Optional<Long> life) {
        connectors.secret(ID, Optional.of(secret()), ANYWHERE);
        connectors.config(ID, Optional.of(Shop.config(ID, ApiVersion.V1, revision)), new Origin(1, life));
        connectors.begin();
    }

    void restart() {
        connectors.close();
        journal.clear();
        connectors = connectors();
    }

    private Connectors connectors() {
        var sources = new Sources(
                new CrmClients(InstantSource.system()),
                Optional.of(simulator.baseUrl()),
                CallLimits.defaults().withRate(0, 3),
                config -> false);
        var loops = new LoopSettings(null, null, Duration.ofMillis(300), Duration.ofMillis(100));
        var gauges = new Gauges(registry);
        var around = new Surroundings(
                sources,
                encrypted -> Optional.of(new Secret(SimulatorOptions.DEFAULT_KEY)),
                loops,
                vitals,
                gauges,
                InstantSource.system(),
                Tracing.OFF);
        return new Connectors(journal::addAll, around);
    }

    static EncryptedSecret secret() {
        var bytes = ByteBuffer.wrap("encrypted".getBytes(StandardCharsets.UTF_8));
        return new EncryptedSecret(ID, bytes, Instant.EPOCH, "test");
    }

    void awaitEvents(int count) {
        await().atMost(Duration.ofMinutes(3)).until(() -> values(Topics.ORDERS).size() >= count);
    }

    Checkpoint checkpoint() {
        return values(Topics.CHECKPOINTS).getLast();
    }

    ConnectorState state() {
        List<ConnectorStatus> statuses = values(Topics.STATUS);
        return statuses.isEmpty() ? ConnectorState.REMOVED : statuses.getLast().getState();
    }

    List<Optional<Long>> lives() {
        return journal.stream()
                .filter(entry -> entry.topic().equals(Topics.ORDERS))
                .<Optional<Long>>map(Entry::life)
                .toList();
    }

    <V> List<V> values(Topic<V> topic) {
        return journal.stream()
                .filter(entry -> entry.topic().equals(topic))
                .flatMap(entry -> entry.value().stream())
                .map(topic.valueType()::cast)
                .toList();
    }
}
