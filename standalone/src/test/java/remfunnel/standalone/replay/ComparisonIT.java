package remfunnel.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.schemas.Topics;
import remfunnel.standalone.StoppedMachine;

class ComparisonIT {
    private static final String FACTS = Topics.FACTS.name();
    private static final String TOTALS = Topics.TOTALS.name();
    private static final String RUNS = "transform-that-runs";

    private final StringWriter told = new StringWriter();
    private StoppedMachine machine;
    private Records records;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        machine = StoppedMachine.open(directory, freePort());
        records = new Records(kafka());
        for (var topic : List.of(FACTS, Topics.TRANSITIONS.name(), TOTALS)) {
            records.create(topic);
            records.create(Beside.PREFIX + topic);
        }
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void namesTheKeysThatDiffer() throws Exception {
        sendToBoth(FACTS, "shop/1", "same");
        records.send(Beside.PREFIX + FACTS, "shop/2", "beside alone");
        sendToBoth(TOTALS, "shop/day", "former");
        records.send(TOTALS, "shop/day", "other");

        assertThat(compare(Duration.ofMillis(100))).isFalse();

        assertThat(told.toString())
                .contains("shop/2", "shop/day", "Not everything is equal.")
                .doesNotContain("shop/1");
    }

    /** The two are read one after the other, so of what changes all the time a look sees the one a moment later than the other. */
    @Test
    void takesForEqualWhatTheOtherHeldAMomentAgo() throws Exception {
        records.send(TOTALS, "shop/moving", "5");
        records.send(TOTALS, "shop/wrong", "7");

        assertThat(whileMovedOn(() -> compare(Duration.ofSeconds(3)))).isFalse();

        assertThat(told.toString()).contains("shop/wrong").doesNotContain("shop/moving");
    }

    @Test
    void waitsUntilTheOneThatRunsHasRestated() throws Exception {
        var restatements = RUNS + "-jobs-changelog";
        records.create(Topics.ORDERS.name());
        records.create(restatements);
        records.send(restatements, "shop/NAMES", "half done");
        try (var application = new Application(RUNS, kafka())) {
            var running = new Running(application, kafka(), new PrintWriter(told));

            assertThat(running.isSettled()).isFalse();
            assertThat(told.toString())
                    .contains("Waiting for the topology 'transform-that-runs'", "the restatement of shop is not over");

            records.send(restatements, "shop/NAMES", null);
            assertThat(running.isSettled()).isTrue();
        }
    }

    @Test
    void waitsUntilTheOneThatRunsHasReadWhatThereWasAtTheLookBefore() throws Exception {
        records.create(Topics.ORDERS.name());
        var orders = new TopicPartition(Topics.ORDERS.name(), 0);
        try (var application = new Application(RUNS, kafka())) {
            application.move(Map.of(orders, 0L));
            records.sendInATransaction(Topics.ORDERS.name(), "shop/1", "one", "two");
            var running = new Running(application, kafka(), new PrintWriter(told));

            assertThat(running.isSettled()).as("at the first look").isTrue();
            assertThat(running.isSettled()).isFalse();
            assertThat(told.toString()).contains("3 records of orders to go");

            application.move(Map.of(orders, 2L));
            assertThat(running.isSettled()).as("all but a mark is read").isTrue();
        }
    }

    private boolean compare(Duration betweenLooks) {
        return new Comparison(kafka(), new PrintWriter(told), betweenLooks).run();
    }

    /** Beside, the value is another already whenever it is read, and was the same a moment before. */
    private <T> T whileMovedOn(Callable<T> what) throws Exception {
        var isDone = new AtomicBoolean();
        moveOn();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var moving = threads.submit(() -> {
                while (!isDone.get()) {
                    moveOn();
                }
                return null;
            });
            try {
                return what.call();
            } finally {
                isDone.set(true);
                moving.get();
            }
        }
    }

    private void moveOn() throws Exception {
        records.sendInATransaction(Beside.PREFIX + TOTALS, "shop/moving", "5", "6");
        records.sendInATransaction(Beside.PREFIX + TOTALS, "shop/wrong", "5", "6");
    }

    private void sendToBoth(String topic, String key, String value) throws Exception {
        records.send(topic, key, value);
        records.send(Beside.PREFIX + topic, key, value);
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", machine.bootstrapServers());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
