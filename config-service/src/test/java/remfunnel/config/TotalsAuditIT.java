package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.FunnelConfig;
import remfunnel.config.audit.Shop;
import remfunnel.config.cli.TotalsDoctor;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Documents;
import remfunnel.schemas.ConnectorPartitioner;
import remfunnel.schemas.Keys;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

class TotalsAuditIT {
    private static final String DAY = "2024-01-02";
    private static Service service;
    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
        for (String id : new String[] {"right", "wrong", "busy", "garbled"}) {
            FunnelConfig config = FunnelConfig.newBuilder(Documents.config(Documents.MINIMAL))
                    .setConnectorId(id)
                    .build();
            String body = Service.JSON.writeValueAsString(ConnectorWriter.document(config));
            service.send("PUT", "/api/connectors/" + id, body, "If-None-Match", "*");
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private int doctor(String connector) {
        return new TotalsDoctor(service.url(), new PrintWriter(said, true)).run(Optional.of(connector));
    }

    private static void shop(String id, long told) {
        for (long order = 0; order < 3; order++) {
            service.produce(
                    Topics.FACTS,
                    Keys.order(id, order),
                    Shop.fact(id, order, "won").build());
            service.produce(Topics.TRANSITIONS, Keys.transition(id, order, 0), Shop.transition(id, order, 0, "won"));
        }
        service.produce(Topics.TOTALS, id + "/" + DAY + "/-/won", Shop.total(id, DAY, "won", told));
    }

    @Test
    void saysThatAllIsRight() {
        shop("right", 3);

        int code = doctor("right");

        assertThat(said.toString()).contains("ok  right: 3 orders, 3 transitions, 1 totals as of 20");
        assertThat(code).isZero();
    }

    @Test
    void listsTheCellsThatDiffer() {
        shop("wrong", 5);

        int code = doctor("wrong");

        assertThat(said.toString())
                .contains(
                        "!!  wrong: 3 orders",
                        "1 totals differ",
                        "2024-01-02, location -, stage won: orders is 5, should be 3; entered is 5, should be 3;"
                                + " revenue is 50.0000, should be 30.0000; cost is 20.0000, should be 12.0000");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void saysNothingOfSumsOfWhichAPartCannotBeRead() {
        shop("garbled", 3);
        service.produceBytes(Topics.FACTS, "garbled/9", new byte[] {7, 7, 7});

        int code = doctor("garbled");

        assertThat(said.toString()).contains("1 records of funnel.facts cannot be decoded");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoSuchConnector() {
        assertThat(doctor("nobody")).isEqualTo(1);
        assertThat(said.toString()).contains("no connector 'nobody'");
    }

    @Test
    void isNotDeceivedByOrdersThatFlow() {
        AtomicBoolean over = new AtomicBoolean();
        try (Flow flow = new Flow()) {
            CompletableFuture<Void> flowing = CompletableFuture.runAsync(() -> flow.until(over));
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> flow.orders > 20);

            for (int i = 0; i < 10; i++) {
                assertThat(doctor("busy")).as(said.toString()).isZero();
            }
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> flow.orders > 100);
            over.set(true);
            flowing.join();

            assertThat(doctor("busy")).isZero();
            assertThat(said.toString()).contains("busy: " + flow.orders + " orders");
        }
    }

    /** Orders of one connector, a transaction each, as the transform writes them. */
    private static final class Flow implements AutoCloseable {
        private final PlainRecords records = new PlainRecords();
        private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        service.brokerAddress(),
                        "transactional.id",
                        "flow",
                        "partitioner.class",
                        ConnectorPartitioner.class),
                new StringSerializer(),
                new ByteArraySerializer());
        private volatile long orders;

        private Flow() {
            producer.initTransactions();
        }

        private void until(AtomicBoolean over) {
            while (!over.get()) {
                long order = orders;
                producer.beginTransaction();
                send(
                        Topics.FACTS,
                        Keys.order("busy", order),
                        Shop.fact("busy", order, "won").build());
                send(Topics.TRANSITIONS, Keys.transition("busy", order, 0), Shop.transition("busy", order, 0, "won"));
                send(Topics.TOTALS, "busy/" + DAY + "/-/won", Shop.total("busy", DAY, "won", order + 1));
                producer.commitTransaction();
                orders = order + 1;
            }
        }

        private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
            try (var serializer = records.serializer(topic)) {
                var sent = producer.send(
                        new ProducerRecord<>(topic.name(), key, serializer.serialize(topic.name(), value)));
                assertThat(sent).isNotNull();
            }
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
