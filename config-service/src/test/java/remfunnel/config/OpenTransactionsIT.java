package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.schemas.Party;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.TopicSetup;
import remfunnel.schemas.Topics;

/** A transaction that its writer leaves open, as one that was killed would. */
class OpenTransactionsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void doctorTellsOfOneUntilItEnds(@TempDir Path directory) throws Exception {
        try (var service = new Service(directory, Map.of("remfunnel.config.longest-transaction", "2s"))) {
            TopicSetup.ensure(service.bean(SharedSettings.class), Party.TRANSFORM);
            try (var writer = writer(service.brokerAddress())) {
                writer.initTransactions();
                writer.beginTransaction();
                long offset = write(writer);

                await().atMost(PATIENCE).until(() -> told(service), told -> told.size() == 1);
                assertThat(told(service).getFirst())
                        .contains("funnel.facts partition 0", "offset " + offset, "--start-offset " + offset);
                assertThat(service.bean(OpenTransactions.class).hanging()).hasSize(1);

                writer.abortTransaction();
                await().atMost(PATIENCE).until(() -> told(service).isEmpty());
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> writer(String broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "transactional.id", "left-open", "transaction.timeout.ms", 600_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static long write(KafkaProducer<byte[], byte[]> writer) throws Exception {
        byte[] key = "shop/1".getBytes(StandardCharsets.UTF_8);
        return writer.send(new ProducerRecord<>(Topics.FACTS.name(), 0, key, null))
                .get()
                .offset();
    }

    private static List<String> told(Service service) {
        return service.json("/api/checks")
                .valueStream()
                .filter(check -> check.path("name").asString().equals("transactions"))
                .map(check -> check.path("detail").asString() + " "
                        + check.path("advice").asString())
                .toList();
    }
}
