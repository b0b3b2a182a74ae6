package remfunnel.systemtests.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.config.Check;
import remfunnel.config.cli.Doctor;
import remfunnel.schemas.Topics;
import remfunnel.simulator.OrderEdit;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.ServicesOfThisProcess;

/** In one order, on one cluster: starting it takes longer than all that is asserted. */
@ServicesOfThisProcess
@TestMethodOrder(OrderAnnotation.class)
class SecuredIT {
    private static final int ORDERS = 40;
    private static final int NEW = 900101;

    @TempDir
    private static Path directory;

    private static final Deque<Runnable> OPEN = new ArrayDeque<>();

    private static Told told;
    private static SecuredPipeline pipeline;
    private static Simulator shop;
    private static int orders = ORDERS;

    @BeforeAll
    static void startsWithTheAclsThatTheCommandSets() throws Exception {
        pipeline = new SecuredPipeline(directory);
        OPEN.push(pipeline::close);
        var set = acls();
        assertThat(set.output()).endsWith(" ACLs are set on " + pipeline.bootstrapServers() + ".\n");
        assertThat(set.exitCode()).isZero();
        told = Told.listen();
        OPEN.push(told::stop);
        pipeline.startServices();
        shop = Simulator.start(
                SimulatorOptions.defaults().orders(ORDERS).seed(7).requestsPerSecond(0));
        OPEN.push(shop::close);
        assertThat(said("apply", connector("RUB"))).isNotEmpty();
    }

    @AfterAll
    static void stops() {
        while (!OPEN.isEmpty()) {
            OPEN.pop().run();
        }
    }

    @Test
    @Order(1)
    void ordersBecomeFactsAndNobodyIsRefusedAnything() {
        awaitFacts();
        createOrder();
        awaitFacts();

        assertThat(said("export", "facts").lines().filter(line -> line.startsWith("{")))
                .hasSize(orders);
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(2)
    void doctorNamesATopicThatIsNotAsAgreedAndWhatMendsIt() throws Exception {
        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> assertThat(checks())
                        .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Check.Verdict.OK)));
        new Administration(pipeline.admin()).set(Topics.FACTS.name(), "max.message.bytes", "1000000");

        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> assertThat(checks())
                        .filteredOn(check -> check.verdict() == Check.Verdict.WARN)
                        .singleElement()
                        .satisfies(check -> {
                            assertThat(check.detail())
                                    .isEqualTo("funnel.facts: max.message.bytes is 1000000, should be 8388608");
                            assertThat(check.advice())
                                    .isEqualTo(
                                            "kafka-configs.sh --bootstrap-server BROKERS --alter --entity-type topics"
                                                    + " --entity-name funnel.facts --add-config max.message.bytes=8388608");
                        }));
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(3)
    void theResetToolIsGivenTheLogin() {
        pipeline.stopTransform();

        var dry = replay();
        var done = replay("--execute");
        pipeline.startTransform();
        createOrder();

        assertThat(dry.output()).contains("Nothing was changed");
        assertThat(done.output()).contains("Done: the next start derives everything from the first event.");
        awaitFacts();
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(4)
    void whatAChangeWouldDoIsPlannedAndAnOrderExplained() throws Exception {
        long order = createOrder();
        awaitFacts();

        assertThat(said("plan", connector("KZT"))).contains(orders + " orders are known", "amounts before in RUB");
        assertThat(said("explain", "secured", Long.toString(order), "--json")).contains("\"payload\"", "\"IN_FUNNEL\"");
        assertThat(said("status", "secured")).contains("CONNECTED");
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(5)
    void aChangedConfigurationRestatesEveryOrder() throws Exception {
        said("apply", connector("KZT"));

        new Subscriber(pipeline.login("bi"), Topics.FACTS.name())
                .until(facts -> facts.values().stream()
                                .filter(fact -> Subscriber.header(fact, "cause").equals("CONFIG"))
                                .count()
                        == orders);
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(6)
    void whoMayWriteConfigurationsIsToldOfWhatCannotBeRead() throws Exception {
        byte[] broken = {7, 7, 7};
        new Administration(pipeline.admin()).letWrite("User:operator", Topics.CONFIG.name());
        try (var producer = new KafkaProducer<>(
                pipeline.login("operator").client(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CONFIG.name(), "secured", broken))
                    .get();
        }

        var rejects = new Subscriber(pipeline.admin(), Topics.REJECTS.name()).until(last -> !last.isEmpty());

        assertThat(rejects.get("secured").value()).isEqualTo(broken);
        assertThat(said("status", "secured")).contains("CONNECTED");
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(7)
    void everythingIsDerivedBesideComparedAndTakenAwayByWhoeverMayReplay() throws Exception {
        var ops = pipeline.login("ops");
        var environment = pipeline.environment("ops");
        var beside = directory.resolve("beside");

        var derived = Typed.remfunnelIn(environment, beside, "replay", "--beside", "--data", beside.toString());
        var compared = Typed.remfunnelIn(environment, beside, "replay", "--compare", "--data", beside.toString());

        assertThat(derived).as(derived.output()).extracting(Typed::exitCode).isEqualTo(0);
        assertThat(compared).as(compared.output()).extracting(Typed::exitCode).isEqualTo(0);
        assertThat(compared.output())
                .containsPattern("funnel\\.facts +" + orders + " +" + orders + " +0\\R")
                .contains("Everything is equal.");
        assertThat(new Administration(ops).delete("beside.", "beside.remfunnel-transform"))
                .contains("beside.funnel.facts", "beside.funnel.status");
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(8)
    void theRegistryAnswersNobodyWithoutItsLogin() throws Exception {
        assertThat(pipeline.registry().statusOfAsking(Optional.empty())).isEqualTo(401);
        assertThat(pipeline.registry().statusOfAsking(Optional.of("wrong"))).isEqualTo(401);
        assertThat(pipeline.registry().statusOfAsking(Optional.of(SecuredRegistry.PASSWORD)))
                .isEqualTo(200);
    }

    @Test
    @Order(9)
    void oneAclLessIsSaidByTheTopicThatItIsOf() throws Exception {
        assertThat(new Administration(pipeline.admin()).letWriteNoMore("User:transform", Topics.FACTS.name()))
                .isEqualTo(1);
        createOrder();

        // The topology's thread fails, which is what is waited for.
        await().dontCatchUncaughtExceptions()
                .atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> assertThat(told.lines())
                        .anyMatch(line -> line.contains("Principal = User:transform is Denied")
                                && line.contains("Topic:LITERAL:funnel.facts"))
                        .anyMatch(line -> line.startsWith("remfunnel.transform")
                                && line.contains("Not authorized to access topics: [funnel.facts]")));
        assertThat(acls().exitCode()).isZero();
        awaitFacts();
    }

    private static Typed acls() {
        return Typed.remfunnel(
                "acls",
                "--apply",
                "--bootstrap-servers=" + pipeline.bootstrapServers(),
                "--command-config=" + pipeline.admin().file(),
                "--consumer=User:bi",
                "--replay=User:ops");
    }

    private static Typed replay(String... more) {
        var arguments = IntStream.range(0, more.length + 3).mapToObj(i -> switch (i) {
            case 0 -> "replay";
            case 1 -> "--bootstrap-servers=" + pipeline.bootstrapServers();
            case 2 -> "--command-config=" + pipeline.login("ops").file();
            default -> more[i - 3];
        });
        return Typed.remfunnel(arguments.toArray(String[]::new));
    }

    private static List<Check> checks() {
        return new Doctor(URI.create(pipeline.url()))
                .run().stream()
                        .filter(check -> List.of("broker", "registry", "topics").contains(check.name()))
                        .toList();
    }

    private static long createOrder() {
        orders++;
        return shop.control().create(NEW, OrderEdit.NOTHING);
    }

    private static void awaitFacts() {
        assertThat(new Subscriber(pipeline.login("bi"), Topics.FACTS.name()).until(facts -> facts.size() >= orders))
                .hasSize(orders)
                .allSatisfy((key, fact) -> assertThat(fact.value()).isNotNull());
    }

    /** By a command that speaks to config-service, and succeeds. */
    private static String said(String... arguments) {
        var typed = Typed.remfunnel(Stream.concat(Stream.of(arguments), Stream.of("--url", pipeline.url()))
                .toArray(String[]::new));
        assertThat(typed).as(typed.output()).extracting(Typed::exitCode).isEqualTo(0);
        return typed.output();
    }

    private static String connector(String currency) throws IOException {
        var file = directory.resolve("connector.yaml");
        return Files.writeString(file, """
                connector: secured
                title: Мастерская
                source: {api: v1, base-url: "%s", api-key: "0123456789abcdef0123456789abcdef", poll-every: 1s}
                time-zone: Europe/Moscow
                currency: %s
                stages:
                  - {id: inquiry, title: Обращения, marker: initial, statuses: [900101]}
                  - {id: work, title: В работе, marker: in-progress, statuses: [900102, 900103, 900104, 900105]}
                  - {id: paid, title: Оплачен, marker: success, statuses: [900106]}
                  - {id: lost, title: Некачественные, marker: failure, statuses: [900107]}
                calculation: {revenue: total, cost: parts_cost}
                """.formatted(shop.baseUrl(), currency)).toString();
    }
}
