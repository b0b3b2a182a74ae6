package remfunnel.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.Checkpoint;
import remfunnel.ConnectorState;
import remfunnel.FunnelConfig;
import remfunnel.OrderEvent;
import remfunnel.ingest.connector.Gauges;
import remfunnel.ingest.connector.LoopSettings;
import remfunnel.ingest.connector.Sources;
import remfunnel.ingest.connector.Surroundings;
import remfunnel.ingest.connector.Vitals;
import remfunnel.ingest.kafka.KafkaAccess;
import remfunnel.ingest.kafka.PartitionJournal;
import remfunnel.ingest.ownership.Ownership;
import remfunnel.ingest.source.CallLimits;
import remfunnel.ingest.source.CrmClients;
import remfunnel.ingest.source.Secret;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.SharedSettings.TopicSettings;
import remfunnel.schemas.TopicSetup;
import remfunnel.schemas.Topics;
import remfunnel.simulator.OrderEdit;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;
import remfunnel.tracing.Tracing;

class IngestIT {
    private static TestBroker broker;

    private final Vitals vitals = new Vitals();
    private final Simulator simulator = Simulator.start(
            SimulatorOptions.defaults().orders(1_300).requestsPerSecond(0).allQuirks());

    @BeforeAll
    static void startBroker() {
        broker = TestBroker.start();
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, new TopicSettings(3, (short) 1, null)).ensure();
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
        assertThat(vitals.dead()).isEmpty();
    }

    @Test
    void publishesEveryOrderOnceAndThenEachChange() {
        try (var shop = shop("every-order");
                var service = service()) {
            connect(shop, "every-order", ApiVersion.V1);
            service.start();

            awaitState(shop, ConnectorState.CONNECTED);
            var first = byOrder(shop.events());
            long changed = simulator.control().orderIds().get(700);
            simulator.control().edit(changed, OrderEdit.paid("77.00"));

            assertThat(first)
                    .hasSize(1_300)
                    .allSatisfy((id, events) -> assertThat(events).hasSize(1));
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> byOrder(shop.events()).get(changed).size() == 2);
            assertThat(shop.events()).hasSize(1_301);
            assertThat(payloads(shop).get(changed))
                    .isEqualTo(simulator.control().truth(changed).v1());
        }
    }

    @Test
    void handsOverWithoutLossOrDoubleWhenTheOwnerChanges() {
        try (var shop = shop("handed-over")) {
            connect(shop, "handed-over", ApiVersion.V1);
            try (var first = service()) {
                first.start();
                await().atMost(Duration.ofMinutes(3)).until(() -> shop.events().size() > 300);
            }
            try (var second = service()) {
                second.start();
                awaitState(shop, ConnectorState.CONNECTED);
            }

            assertThat(byOrder(shop.events()))
                    .hasSize(1_300)
                    .allSatisfy((id, events) -> assertThat(events).hasSize(1));
        }
    }

    @Test
    void goesOnFromWhatWasCommittedWhenItIsFencedInMidWork() {
        try (var shop = shop("fenced");
                var service = service()) {
            connect(shop, "fenced", ApiVersion.V1);
            service.start();
            await().atMost(Duration.ofMinutes(3)).until(() -> shop.events().size() > 300);
            for (int partition = 0; partition < 3; partition++) {
                new PartitionJournal(partition, kafka()).close();
            }

            awaitState(shop, ConnectorState.CONNECTED);
            long changed = simulator.control().orderIds().get(9);
            simulator.control().edit(changed, OrderEdit.paid("9.00"));

            await().atMost(Duration.ofMinutes(3)).until(() -> shop.events().size() >= 1_301);
            assertThat(byOrder(shop.events())).hasSize(1_300);
            assertThat(shop.events()).hasSize(1_301);
        }
    }

    @Test
    void readsV2OrdersAgainOnceTheFunnelNeedsTheirLines() {
        try (var shop = shop("with-lines");
                var service = service()) {
            connect(shop, "with-lines", ApiVersion.V2);
            service.start();

            awaitState(shop, ConnectorState.CONNECTED);
            var without = shop.events();
            var config = Shop.config("with-lines", ApiVersion.V2, 2);
            shop.configure(FunnelConfig.newBuilder(config).setCost("parts_cost").build());

            assertThat(without)
                    .hasSize(1_300)
                    .allSatisfy(event -> assertThat(text(event)).endsWith("\"items\":null}"));
            await().atMost(Duration.ofMinutes(3)).until(() -> shop.events().size() == 2_600);
            assertThat(shop.events().subList(1_300, 2_600))
                    .noneMatch(event -> text(event).endsWith("\"items\":null}"));
        }
    }

    @Test
    void saysWhatIsWrongWithTheKeyAndGoesOnWithANewOne() {
        try (var shop = shop("wrong-key");
                var service = service()) {
            shop.configure(Shop.config("wrong-key", ApiVersion.V1, 1));
            service.start();
            awaitState(shop, ConnectorState.KEY_REFUSED);
            var withoutKey = shop.status().orElseThrow().getMessage();

            shop.key("ffffffffffffffffffffffffffffffff");
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> !shop.status().orElseThrow().getMessage().equals(withoutKey));
            var withWrongKey = shop.status().orElseThrow();
            shop.key(SimulatorOptions.DEFAULT_KEY);

            assertThat(withoutKey).contains("no key yet");
            assertThat(withWrongKey.getState()).isEqualTo(ConnectorState.KEY_REFUSED);
            awaitState(shop, ConnectorState.CONNECTED);
        }
    }

    @Test
    void beginsAnewWhenAConnectorIsRemovedAndCreatedAgain() {
        try (var shop = shop("born-twice");
                var service = service()) {
            connect(shop, "born-twice", ApiVersion.V1);
            service.start();
            awaitState(shop, ConnectorState.CONNECTED);

            shop.remove();
            awaitState(shop, ConnectorState.REMOVED);
            List<Optional<Checkpoint>> checkpoints = shop.read(Topics.CHECKPOINTS);
            shop.configure(Shop.config("born-twice", ApiVersion.V1, 9));

            assertThat(checkpoints.getLast()).isEmpty();
            await().atMost(Duration.ofMinutes(3)).until(() -> shop.events().size() == 2_600);
            awaitState(shop, ConnectorState.CONNECTED);
            assertThat(shop.lives()).containsOnly(Optional.of(1L), Optional.of(9L));
        }
    }

    @Test
    void beginsAnewWhenItMissedThatTheConnectorWasRemoved() {
        try (var shop = shop("missed-removal")) {
            connect(shop, "missed-removal", ApiVersion.V1);
            try (var first = service()) {
                first.start();
                awaitState(shop, ConnectorState.CONNECTED);
            }
            shop.configure(Shop.config("missed-removal", ApiVersion.V1, 9), 8);
            try (var second = service()) {
                second.start();
                await().atMost(Duration.ofMinutes(3)).until(() -> shop.events().size() == 2_600);
            }

            assertThat(shop.lives().subList(1_300, 2_600)).containsOnly(Optional.of(9L));
        }
    }

    @Test
    void leavesOutAnOrderThatKafkaDoesNotTakeAndNamesIt() {
        long large = simulator.control().orderIds().get(5);
        simulator.control().edit(large, OrderEdit.malfunction("x".repeat(9 << 20)));
        try (var shop = shop("too-large");
                var service = service()) {
            connect(shop, "too-large", ApiVersion.V1);
            service.start();

            awaitState(shop, ConnectorState.CONNECTED);

            assertThat(byOrder(shop.events())).hasSize(1_299).doesNotContainKey(large);
            assertThat(shop.status().orElseThrow().getMessage()).contains("order " + large);
            assertThat(shop.status().orElseThrow().getCounters()).containsKeys("too_large", "clock_difference_ms");
        }
    }

    @Test
    void pausesAndGoesOnAsConfigured() {
        try (var shop = shop("paused");
                var service = service()) {
            connect(shop, "paused", ApiVersion.V1);
            service.start();
            awaitState(shop, ConnectorState.CONNECTED);

            var config = Shop.config("paused", ApiVersion.V1, 2);
            shop.configure(FunnelConfig.newBuilder(config).setEnabled(false).build());
            awaitState(shop, ConnectorState.PAUSED);
            long changed = simulator.control().orderIds().get(3);
            simulator.control().edit(changed, OrderEdit.paid("5.00"));
            shop.configure(Shop.config("paused", ApiVersion.V1, 3));

            await().atMost(Duration.ofMinutes(3)).until(() -> shop.events().size() == 1_301);
        }
    }

    private static Shop shop(String id) {
        return new Shop(id, broker.bootstrapServers());
    }

    private static void connect(Shop shop, String id, ApiVersion api) {
        shop.configure(Shop.config(id, api, 1));
        shop.key(SimulatorOptions.DEFAULT_KEY);
    }

    private Ownership service() {
        var sources = new Sources(
                new CrmClients(InstantSource.system()),
                Optional.of(simulator.baseUrl()),
                CallLimits.defaults().withRate(0, 3),
                new LineNeed());
        var around = new Surroundings(
                sources,
                secret -> Optional.of(new Secret(StandardCharsets.UTF_8
                        .decode(secret.getCiphertext().duplicate())
                        .toString())),
                new LoopSettings(null, null, null, Duration.ofSeconds(1)),
                vitals,
                new Gauges(new SimpleMeterRegistry()),
                InstantSource.system(),
                Tracing.OFF);
        return new Ownership(kafka(), around, () -> {});
    }

    private static KafkaAccess kafka() {
        return new KafkaAccess(Map.of("bootstrap.servers", broker.bootstrapServers()), new PlainRecords(), "");
    }

    private static void awaitState(Shop shop, ConnectorState state) {
        await("state " + state)
                .atMost(Duration.ofMinutes(3))
                .until(() ->
                        shop.status().map(status -> status.getState() == state).orElse(false));
    }

    private static Map<Long, List<OrderEvent>> byOrder(List<OrderEvent> events) {
        return events.stream().collect(Collectors.groupingBy(OrderEvent::getOrderId));
    }

    private static Map<Long, String> payloads(Shop shop) {
        return shop.events().stream()
                .collect(Collectors.toMap(OrderEvent::getOrderId, IngestIT::text, (earlier, later) -> later));
    }

    private static String text(OrderEvent event) {
        return StandardCharsets.UTF_8.decode(event.getPayload().duplicate()).toString();
    }
}
