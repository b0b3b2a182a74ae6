package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The broker is killed while transactions end: whoever reads what is committed must not wait for ever for one of them. */
class KilledBrokerIT {
    private static final String TOPIC = "written";
    private static final int PARTITIONS = 6;
    private static final int PRODUCERS = 8;
    private static final int COMMITS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Logger channel =
            (Logger) LoggerFactory.getLogger("kafka.coordinator.transaction.TransactionMarkerChannelManager");
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        channel.setLevel(Level.INFO);
        channel.addAppender(said);
        said.start();
    }

    @AfterEach
    void listenNoMore() {
        channel.detachAppender(said);
    }

    /** A kill rarely falls into the end of no transaction. */
    @RepeatedTest(2)
    void everyTransactionEndsThatAKilledBrokerLeftHalfDone(@TempDir Path temporary) throws Exception {
        Path directory = temporary.resolve("kafka");
        int port = FreePorts.any();
        killWhileTransactionsEnd(directory, port);

        try (var broker = LocalBroker.start(directory, port);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            for (int n = 0; n < PRODUCERS; n++) {
                try (var producer = producer(port, n)) {
                    producer.initTransactions();
                }
            }

            await().atMost(PATIENCE)
                    .until(() -> ends(admin, IsolationLevel.READ_COMMITTED)
                            .equals(ends(admin, IsolationLevel.READ_UNCOMMITTED)));
        }
        listenNoMore();
        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("skipped"));
    }

    private static void killWhileTransactionsEnd(Path directory, int port) throws Exception {
        var busy = new CountDownLatch(COMMITS);
        var written = new ArrayList<Future<?>>();
        try (var producers = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var killed = KilledBroker.start(directory, port);
                    var admin = Admin.create(Map.of("bootstrap.servers", killed.bootstrapServers()))) {
                await().atMost(PATIENCE).ignoreExceptions().until(() -> hasTopic(admin));
                for (int n = 0; n < PRODUCERS; n++) {
                    int number = n;
                    written.add(producers.submit(() -> write(producer(port, number), busy)));
                }
                assertThat(busy.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } finally {
                producers.shutdownNow();
            }
        }
        for (var each : written) {
            each.get();
        }
    }

    private static boolean hasTopic(Admin admin) throws Exception {
        if (!admin.listTopics().names().get().contains(TOPIC)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        return true;
    }

    private static KafkaProducer<String, String> producer(int port, int number) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + port,
                        "transactional.id",
                        "writer-" + number,
                        "max.block.ms",
                        PATIENCE.toMillis()),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Until the broker is gone and the thread is interrupted. */
    private static void write(KafkaProducer<String, String> producer, CountDownLatch busy) {
        try {
            producer.initTransactions();
            while (!Thread.currentThread().isInterrupted()) {
                producer.beginTransaction();
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    var unused = producer.send(new ProducerRecord<>(TOPIC, partition, "key", "value"));
                }
                producer.commitTransaction();
                busy.countDown();
            }
        } catch (KafkaException killed) {
            assertThat(busy.getCount()).isZero();
        } finally {
            boolean unused = Thread.interrupted();
            producer.close(Duration.ZERO);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel isolation) throws Exception {
        var partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
        return admin.listOffsets(partitions, new ListOffsetsOptions(isolation)).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
