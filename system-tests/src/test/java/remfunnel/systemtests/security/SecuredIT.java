package remfunnel.systemtests.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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
        var file = Files.writeString(directory.resolve("connector.yaml"), connector(shop.baseUrl()));
        assertThat(Typed.remfunnel("apply", file.toString(), "--url", pipeline.url()))
                .extracting(Typed::exitCode)
                .isEqualTo(0);
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
        awaitFacts(ORDERS);
        shop.control().create(NEW, OrderEdit.NOTHING);
        awaitFacts(ORDERS + 1);

        var exported = Typed.remfunnel("export", "facts", "--url", pipeline.url());

        assertThat(exported.output().lines().filter(line -> line.startsWith("{")))
                .hasSize(ORDERS + 1);
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(2)
    void doctorNamesATopicThatIsNotAsAgreedAndWhatMendsIt() throws Exception {
        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> assertThat(checks())
                        .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Check.Verdict.OK)));
        set(Topics.FACTS.name(), "max.message.bytes", "1000000");

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
        shop.control().create(NEW, OrderEdit.NOTHING);

        assertThat(dry.output()).contains("Nothing was changed");
        assertThat(done.output()).contains("Done: the next start derives everything from the first event.");
        awaitFacts(ORDERS + 2);
        assertThat(told.lines()).isEmpty();
    }

    @Test
    @Order(4)
    void oneAclLessIsSaidByTheTopicThatItIsOf() throws Exception {
        removeWrite("User:transform", Topics.FACTS.name());
        shop.control().create(NEW, OrderEdit.NOTHING);

        // The topology's thread fails, which is what is waited for.
        await().dontCatchUncaughtExceptions()
                .atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> assertThat(told.lines())
                        .anyMatch(line -> line.contains("Principal = User:transform is Denied")
                                && line.contains("Topic:LITERAL:funnel.facts"))
                        .anyMatch(line -> line.startsWith("remfunnel.transform")
                                && line.contains("Not authorized to access topics: [funnel.facts]")));
        assertThat(acls().exitCode()).isZero();
        awaitFacts(ORDERS + 3);
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

    /** As a consumer sees them who has the ACLs of one, in a group of its own. */
    private static void awaitFacts(int count) {
        Map<String, byte[]> facts = new HashMap<>();
        Map<String, Object> settings = new HashMap<>(pipeline.login("bi").client());
        settings.put("group.id", "bi-" + System.nanoTime());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.FACTS.name()));
            await().dontCatchUncaughtExceptions().atMost(Patience.OF_A_TEST).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> facts.put(record.key(), record.value()));
                return facts.size() >= count;
            });
        }
        assertThat(facts).hasSize(count).doesNotContainValue(null);
    }

    private static void set(String topic, String setting, String value) throws Exception {
        try (var admin = Admin.create(pipeline.admin().client())) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static void removeWrite(String principal, String topic) throws Exception {
        var filter = new AclBindingFilter(
                new ResourcePatternFilter(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntryFilter(principal, null, AclOperation.WRITE, AclPermissionType.ALLOW));
        try (var admin = Admin.create(pipeline.admin().client())) {
            assertThat(admin.deleteAcls(List.of(filter)).all().get()).hasSize(1);
        }
    }

    private static String connector(URI source) {
        return """
                connector: secured
                title: Мастерская
                source: {api: v1, base-url: "%s", api-key: "0123456789abcdef0123456789abcdef", poll-every: 1s}
                time-zone: Europe/Moscow
                currency: RUB
                stages:
                  - {id: inquiry, title: Обращения, marker: initial, statuses: [900101]}
                  - {id: work, title: В работе, marker: in-progress, statuses: [900102, 900103, 900104, 900105]}
                  - {id: paid, title: Оплачен, marker: success, statuses: [900106]}
                  - {id: lost, title: Некачественные, marker: failure, statuses: [900107]}
                calculation: {revenue: total, cost: parts_cost}
                """.formatted(source);
    }
}
