package remfunnel.systemtests.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.systemtests.Needed;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;

/** What consumers that are not ours see of a funnel that was configured anew: what changed, and what is no longer there. */
@TestInstance(Lifecycle.PER_CLASS)
class ConsumersIT {
    private static final int ORDERS = 60;

    private Shop shop;
    private LocalMachine machine;
    private String registry;
    private FactsOnTopic topic;
    private List<ConsumerRecord<String, byte[]>> records = List.of();

    @BeforeAll
    void configureTwice(@TempDir Path directory) {
        shop = new Shop(ORDERS, 5, Duration.ZERO);
        machine = new LocalMachine(directory.resolve("data"), "consumers.log");
        machine.startAndWait();
        registry = "http://127.0.0.1:" + machine.ports().get(1) + "/apis/ccompat/v7";
        topic = new FactsOnTopic(machine.bootstrapServers(), registry);
        machine.connect(shop);
        await().atMost(Patience.OF_A_TEST).until(() -> topic.all().size() >= ORDERS);
        machine.reconfigure(shop);
        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> assertThat(topic.all().stream()
                                .filter(record ->
                                        FactsOnTopic.header(record, "cause").equals("CONFIG"))
                                .map(ConsumerRecord::key)
                                .distinct())
                        .hasSize(ORDERS));
        records = topic.all();
        assertThat(records).as("tombstones").anyMatch(record -> record.value() == null);
    }

    @AfterAll
    void stop() {
        if (topic != null) {
            topic.close();
        }
        machine.close();
        shop.close();
    }

    @Test
    void javaScriptSeesEachFactAndTombstone() {
        Needed.here(
                Files.isDirectory(Example.folder("javascript").resolve("node_modules")),
                "examples/javascript is installed: npm ci --ignore-scripts");

        try (var example = Example.start("javascript", environment(), "node", "facts.js")) {
            expect(example, line -> JsonFact.of(line).toString(), this::asJson);
        }
    }

    @Test
    void javaSeesEachFactAndTombstone() {
        isBuilt("java");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var environment = Map.of(
                "KAFKA_BROKERS",
                machine.bootstrapServers(),
                "REGISTRY_V3_URL",
                "http://127.0.0.1:" + machine.ports().get(1) + "/apis/registry/v3");

        try (var example = Example.start("java", environment, java, "-cp", "target/lib/*", "Facts.java")) {
            expect(example, line -> line, this::asJavaShows);
        }
    }

    @Test
    void duckDbCountsWhatTheTopicHolds(@TempDir Path files) throws Exception {
        assertThat(machine.exportAll(files)).isZero();
        Files.writeString(files.resolve("connector.json"), machine.connector());
        var wanted = new StageSums(latest().values());

        try (var duck = new DuckReports(files)) {
            assertThat(duck.rows("now-in-stage").stream()
                            .filter(row -> !row.get(1).equals("0")))
                    .map(row -> row.subList(0, 4))
                    .containsExactlyInAnyOrderElementsOf(wanted.rows());
            assertThat(DuckReports.names())
                    .hasSize(9)
                    .allSatisfy(report -> assertThat(duck.rows(report)).isNotEmpty());
        }
    }

    @Test
    void kcatSeesEachRecordAndTombstone() {
        Needed.here(Files.isExecutable(Path.of("/usr/bin/kcat")), "kcat is installed");

        try (var example = Example.start("kcat", environment(), "./facts.sh")) {
            expect(example, ConsumersIT::withoutValue, ConsumersIT::asKcatShows);
        }
    }

    @Test
    void connectKeepsATableAsTheTopicIs() {
        isBuilt("connect-jdbc");
        Needed.here(Postgres.isInstalled(), "PostgreSQL is installed");

        try (var postgres = Postgres.start();
                var connect = Example.start("connect-jdbc", postgres.sinkTo(machine), "./connect.sh")) {
            var wanted =
                    latest().values().stream().map(ConsumersIT::asRow).sorted().toList();

            await().atMost(Patience.OF_A_TEST)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(postgres.rows()).containsExactlyElementsOf(wanted));

            assertThat(connect.isAlive()).isTrue();
        }
    }

    private static void isBuilt(String name) {
        Needed.here(
                Files.isDirectory(Example.folder(name).resolve("target/lib")),
                "examples/" + name + " is built: mvn package");
    }

    /** What a table holds that follows the topic, by key. */
    private Map<String, GenericRecord> latest() {
        Map<String, GenericRecord> latest = new TreeMap<>();
        records.forEach(record -> {
            latest.remove(record.key());
            topic.fact(record).ifPresent(fact -> latest.put(record.key(), fact));
        });
        return latest;
    }

    private static String asRow(GenericRecord fact) {
        return "%s/%s|%s|%s|%s|%s"
                .formatted(
                        fact.get("connector_id"),
                        fact.get("order_id"),
                        fact.get("stage_id"),
                        fact.get("revenue"),
                        fact.get("cost"),
                        ((Instant) fact.get("entered_by")).toEpochMilli());
    }

    private Map<String, String> environment() {
        return Map.of("KAFKA_BROKERS", machine.bootstrapServers(), "REGISTRY_URL", registry);
    }

    /** All records are in one partition, so their order is the topic's. */
    private void expect(
            Example example, Function<String, String> seen, Function<ConsumerRecord<String, byte[]>, String> wanted) {
        var all = records.stream().map(wanted).toList();

        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> assertThat(example.lines()).hasSizeGreaterThanOrEqualTo(all.size()));

        assertThat(example.lines().stream().map(seen)).containsExactlyElementsOf(all);
    }

    private String asJson(ConsumerRecord<String, byte[]> record) {
        Optional<GenericRecord> fact = topic.fact(record);
        return JsonFact.of(record, fact).toString();
    }

    private String asJavaShows(ConsumerRecord<String, byte[]> record) {
        return topic.fact(record)
                .map(fact -> "upsert\t%s\t%d\t%s\t%s\t%s\t%s"
                        .formatted(
                                record.key(),
                                record.offset(),
                                fact.get("stage_id"),
                                fact.get("revenue"),
                                fact.get("cost"),
                                fact.get("entered_by")))
                .orElseGet(() -> "delete\t%s\t%d".formatted(record.key(), record.offset()));
    }

    /** Key, partition, offset, size and headers. */
    private static String withoutValue(String line) {
        return line.substring(0, line.lastIndexOf('\t'));
    }

    private static String asKcatShows(ConsumerRecord<String, byte[]> record) {
        var headers = new StringBuilder();
        record.headers()
                .forEach(header -> headers.append(headers.isEmpty() ? "" : ",")
                        .append(header.key())
                        .append('=')
                        .append(FactsOnTopic.header(record, header.key())));
        int size = record.value() == null ? -1 : record.value().length;
        return "%s\t%d\t%d\t%d\t%s".formatted(record.key(), record.partition(), record.offset(), size, headers);
    }
}
