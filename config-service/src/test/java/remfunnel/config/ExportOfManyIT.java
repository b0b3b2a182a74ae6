package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.FunnelFact;
import remfunnel.Precision;
import remfunnel.config.cli.ServiceToken;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Topics;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportOfManyIT {
    private static final int MANY = 200_000;
    private static Service service;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
        produce(MANY, "1.0000");
        produce(MANY / 2, "2.5000");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void produce(int orders, String revenue) {
        Map<String, FunnelFact> facts = new LinkedHashMap<>();
        IntStream.range(0, orders).forEach(order -> facts.put("alpha/" + order, fact(order, revenue)));
        service.produceAll(Topics.FACTS, facts);
    }

    private static FunnelFact fact(long order, String revenue) {
        return FunnelFact.newBuilder()
                .setConnectorId("alpha")
                .setOrderId(order)
                .setStatusId(900_101)
                .setStageId("inquiry")
                .setStageTitle("Обращения")
                .setStagePosition(0)
                .setRevenue(new BigDecimal(revenue))
                .setCurrency("RUB")
                .setCreatedAt(Instant.parse("2024-01-02T03:04:05Z").plusSeconds(order))
                .setModifiedAt(Instant.parse("2024-01-02T03:04:05Z").plusSeconds(order))
                .setEnteredBy(Instant.parse("2024-01-02T03:04:05Z"))
                .setEnteredPrecision(Precision.EXACT)
                .build();
    }

    /** Kafka deletes nothing at once from a topic that is only compacted. */
    private static void deleteAll(Admin admin) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.FACTS.name());
        AlterConfigOp deleting =
                new AlterConfigOp(new ConfigEntry("cleanup.policy", "compact,delete"), AlterConfigOp.OpType.SET);
        TopicPartition partition = new TopicPartition(Topics.FACTS.name(), ConnectorPartition.of("alpha", 3));
        admin.incrementalAlterConfigs(Map.of(topic, List.of(deleting))).all().get();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(MANY + MANY / 2)))
                                        .lowWatermarks()
                                        .get(partition)
                                        .get()
                                        .lowWatermark())
                        .isEqualTo(MANY + MANY / 2));
    }

    private static <B> HttpResponse<B> get(String path, HttpResponse.BodyHandler<B> body) throws Exception {
        var request = HttpRequest.newBuilder(service.url().resolve(path))
                .header(
                        "Authorization",
                        ServiceToken.authorization(service.url()).orElseThrow());
        return HttpClient.newHttpClient().send(request.build(), body);
    }

    private static String sums(Path file) throws SQLException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            var result = statement.executeQuery(
                    "SELECT count(*) || ' ' || count(DISTINCT order_id) || ' ' || sum(revenue::DECIMAL(20, 4)) FROM '"
                            + file + "'");
            result.next();
            return result.getString(1);
        }
    }

    @Test
    @Order(1)
    void givesTheSameRowsInEachFormat() throws Exception {
        Map<String, String> sums = new HashMap<>();

        for (String format : new String[] {"facts.parquet", "facts.csv", "facts.jsonl"}) {
            Path file = directory.resolve(format);
            String name = format.substring(format.indexOf('.') + 1);
            HttpResponse<Path> response = get("/api/export/facts?format=" + name, BodyHandlers.ofFile(file));
            assertThat(response.headers().firstValue("X-Remfunnel-Rows")).contains(Integer.toString(MANY));
            assertThat(response.headers().firstValue("X-Remfunnel-As-Of").map(Instant::parse))
                    .isPresent();
            sums.put(name, sums(file));
        }

        assertThat(sums.values()).containsOnly("200000 200000 350000.0000");
    }

    @Test
    @Order(2)
    void doesNotLookCompleteWhenItBreaksOff() throws Exception {
        try (InputStream body =
                        get("/api/export/facts", BodyHandlers.ofInputStream()).body();
                Admin admin = Admin.create(Map.of("bootstrap.servers", service.brokerAddress()))) {
            byte[] begin = body.readNBytes(100);
            deleteAll(admin);

            assertThat(begin).hasSize(100);
            assertThatIOException().isThrownBy(body::readAllBytes);
        }
    }
}
