package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.FunnelConfig;
import remfunnel.FunnelTotal;
import remfunnel.config.cli.ServiceToken;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Documents;
import remfunnel.schemas.Topics;
import tools.jackson.databind.JsonNode;

class ExportIT {
    private static Service service;

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
        List.of("alpha", "beta", "empty").forEach(ExportIT::connector);
        for (int order = 0; order < 100; order++) {
            service.produce(Topics.FACTS, "alpha/" + order, Facts.of("alpha", order, "100.0000"));
            service.produce(Topics.FACTS, "beta/" + order, Facts.of("beta", order, "1.5000"));
        }
        service.produce(Topics.FACTS, "alpha/7", Facts.of("alpha", 7, "650.2500"));
        service.produceBytes(Topics.FACTS, "alpha/8", null);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void connector(String id) {
        FunnelConfig config = FunnelConfig.newBuilder(Documents.config(Documents.MINIMAL))
                .setConnectorId(id)
                .build();
        String body = Service.JSON.writeValueAsString(ConnectorWriter.document(config));
        service.send("PUT", "/api/connectors/" + id, body, "If-None-Match", "*");
    }

    private static List<JsonNode> rows(String path) {
        return service.get(path).body().lines().map(Service.JSON::readTree).toList();
    }

    @Test
    void givesOneLineAKeyWithTheLastValueAndNoTombstones() {
        List<JsonNode> rows = rows("/api/export/facts?connector=alpha");

        assertThat(rows).hasSize(99);
        assertThat(rows)
                .extracting(row -> row.path("order_id").asLong())
                .doesNotHaveDuplicates()
                .doesNotContain(8L);
        assertThat(rows)
                .filteredOn(row -> row.path("order_id").asLong() == 7)
                .singleElement()
                .satisfies(row -> assertThat(row.path("revenue").asString()).isEqualTo("650.2500"));
    }

    @Test
    void spellsMoneyAndTimesPlainly() {
        JsonNode row = rows("/api/export/facts?connector=beta").getFirst();

        assertThat(row.path("revenue").toString()).isEqualTo("\"1.5000\"");
        assertThat(row.path("created_at").asString()).isEqualTo("2024-01-02T03:04:05.006Z");
        assertThat(row.path("marker").asString()).isEqualTo("INITIAL");
        assertThat(row.path("cost").isNull()).isTrue();
        assertThat(row.path("status_name").asString()).isEqualTo("Новый, «срочно»");
        assertThat(row.path("dimensions").toString()).isEqualTo("{\"brand\":\"Acme \\\"X\\\"\",\"manager\":\"1\"}");
        assertThat(row.path("issues").path(0).path("field").asString()).isEqualTo("cost");
    }

    @Test
    void givesAllConnectorsTheSameWayEachTime() {
        String first = service.get("/api/export/facts").body();
        String second = service.get("/api/export/facts").body();

        assertThat(first.lines()).hasSize(199);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void givesTablesToo() {
        List<String> lines = service.get("/api/export/facts?connector=alpha&format=csv")
                .body()
                .lines()
                .toList();

        assertThat(lines.getFirst()).startsWith("connector_id,order_id,order_number,");
        assertThat(lines).hasSize(100);
        assertThat(lines.get(1)).contains("\"Новый, «срочно»\"", "100.0000", "\"{\"\"brand\"\":");
    }

    @Test
    void givesTotals() {
        service.produce(
                Topics.TOTALS,
                "alpha/2024-01-02/-/inquiry",
                new FunnelTotal(
                        "alpha",
                        LocalDate.parse("2024-01-02"),
                        null,
                        "inquiry",
                        3L,
                        4L,
                        new BigDecimal("7.0000"),
                        BigDecimal.ZERO.setScale(4),
                        0L,
                        3L));

        assertThat(rows("/api/export/totals")).singleElement().satisfies(row -> {
            assertThat(row.path("day").asString()).isEqualTo("2024-01-02");
            assertThat(row.path("cost").asString()).isEqualTo("0.0000");
        });
    }

    @Test
    void givesAllThreeAsFilesOfAZip() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (var zip = new ZipInputStream(download("/api/export/all?connector=beta&format=jsonl"))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                files.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(files).containsOnlyKeys("facts.jsonl", "totals.jsonl", "transitions.jsonl");
        assertThat(files.get("facts.jsonl"))
                .isEqualTo(service.get("/api/export/facts?connector=beta").body());
        assertThat(files.get("transitions.jsonl")).isEmpty();
    }

    private static InputStream download(String path) throws Exception {
        var request = HttpRequest.newBuilder(service.url().resolve(path))
                .header(
                        "Authorization",
                        ServiceToken.authorization(service.url()).orElseThrow());
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    /** Of one connector's partition alone there is always such a moment. */
    @Test
    void saysWhetherATransactionWasOpen() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                service.brokerAddress(),
                "transactional.id",
                "half-way",
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
        try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                            Topics.FACTS.name(), "alpha/9".getBytes(StandardCharsets.UTF_8), new byte[] {9, 9}))
                    .get();

            String together = oneMoment("/api/export/all");
            String alone = oneMoment("/api/export/facts?connector=beta");
            producer.abortTransaction();

            assertThat(together).isEqualTo("false");
            assertThat(alone).isEqualTo("true");
            // The mark of the end is written when the broker comes to it.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> oneMoment("/api/export/all").equals("true"));
        }
    }

    private static String oneMoment(String path) {
        return service.get(path).headers().firstValue("X-Remfunnel-One-Moment").orElseThrow();
    }

    @Test
    void givesNothingOfAConnectorWithoutFacts() {
        assertThat(service.get("/api/export/facts?connector=empty").statusCode())
                .isEqualTo(200);
        assertThat(service.get("/api/export/facts?connector=empty").body()).isEmpty();
    }

    @Test
    void refusesWhatItCannotExport() {
        assertThat(service.get("/api/export/orders").statusCode()).isEqualTo(404);
        assertThat(service.get("/api/export/facts?format=xml").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/export/facts?connector=nobody").body()).contains("no connector 'nobody'");
    }

    @Test
    void passesOverWhatIsNoRecord() {
        String whole = service.get("/api/export/transitions").body();
        service.produceBytes(Topics.TRANSITIONS, "alpha/1/0", new byte[] {9, 9});

        String passedOver = service.get("/api/export/transitions").body();

        assertThat(passedOver).isEqualTo(whole);
    }
}
