package remfunnel.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Topics;
import remfunnel.standalone.StoppedMachine;

class ReplayCommandIT {
    private static final String GROUP = "remfunnel-transform";
    private static final String PASSES = GROUP + "-jobs-changelog";
    private static final String ON_THE_WAY = GROUP + "-config-by-connector-repartition";
    private static final String SHOP = "shop";
    private static final int PARTITIONS = 3;
    private static final int PARTITION = ConnectorPartition.of(SHOP, PARTITIONS);
    private static final int EVENTS = 10;

    @TempDir
    private static Path directory;

    private static StoppedMachine machine;
    private static Admin admin;
    private static Records records;

    @BeforeAll
    static void fill() throws Exception {
        machine = StoppedMachine.open(directory, freePort());
        admin = Admin.create(kafka());
        records = new Records(kafka());
        records.create(Topics.CONFIG.name());
        admin.createTopics(Stream.of(Topics.ORDERS, Topics.CONFIG_ACTIVE, Topics.DICTIONARIES)
                        .map(topic -> new NewTopic(topic.name(), Optional.of(PARTITIONS), Optional.empty())
                                .configs(Map.of("retention.ms", "-1")))
                        .toList())
                .all()
                .get();
        try (var producer = new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CONFIG_ACTIVE.name(), PARTITION, bytes(SHOP), bytes("active")))
                    .get();
            producer.send(new ProducerRecord<>(Topics.CONFIG_ACTIVE.name(), 0, bytes("gone"), null))
                    .get();
            for (int event = 1; event <= EVENTS; event++) {
                producer.send(new ProducerRecord<>(
                                Topics.ORDERS.name(), PARTITION, 1000L * event, bytes(SHOP), bytes("event")))
                        .get();
            }
        }
    }

    @AfterAll
    static void close() {
        admin.close();
        machine.close();
    }

    @Test
    void readsAgainFromAMoment() throws Exception {
        reached(EVENTS);

        assertThat(replay("--connector", SHOP, "--from", "1970-01-01T00:00:04Z", "--execute"))
                .contains("Done");

        assertThat(reached()).isEqualTo(3);
    }

    @Test
    void changesNothingWithoutExecute() throws Exception {
        reached(EVENTS);

        assertThat(replay("--connector", SHOP)).contains("Nothing was changed");

        assertThat(reached()).isEqualTo(EVENTS);
    }

    /** As behind a reset, when nothing was read yet: from the moment on alone, the facts of all that came before would be lacking. */
    @Test
    void passesOverNoEventThatWasNotReadYet() throws Exception {
        reached(2);

        replay("--from", "1970-01-01T00:00:06Z", "--execute");
        replay("--from", "2099-01-01T00:00:00Z", "--execute");

        assertThat(reached()).isEqualTo(2);
    }

    @Test
    void knowsWhichConnectorsThereAre() throws Exception {
        reached(EVENTS);

        assertThat(replay("--connector", "shpo", "--execute")).contains("no connector 'shpo'", "there are: shop");
        assertThat(replay("--connector", "gone", "--execute")).contains("no connector 'gone'");

        assertThat(reached()).isEqualTo(EVENTS);
    }

    @Test
    void derivesNoPartBeside() {
        assertThat(replay("--beside", "--connector", SHOP)).contains("--beside and --compare are of everything");
        assertThat(replay("--compare", "--execute")).contains("--beside and --compare are of everything");
    }

    /** What it has not reached yet would be forgotten, and its facts would stay. */
    @Test
    void doesNotResetInTheMiddleOfARestatement() throws Exception {
        reached(EVENTS);
        records.create(PASSES);
        records.send(PASSES, "shop/CONFIG", "half done");
        records.send(PASSES, "other/NAMES", "not begun");

        assertThat(replay("--execute")).contains("the restatement of shop was not over", "--force");
        assertThat(replay()).contains("the restatement of shop was not over", "Nothing was changed");
        assertThat(reached()).isEqualTo(EVENTS);

        records.send(PASSES, "shop/CONFIG", null);
        assertThat(replay("--execute")).doesNotContain("the restatement of");
    }

    @Test
    void doesNotResetBeforeEveryConfigurationIsRead() throws Exception {
        reached(EVENTS);
        records.send(Topics.CONFIG.name(), SHOP, "configuration");

        assertThat(replay("--execute")).contains("configurations that the topology has not read yet");
        assertThat(reached()).isEqualTo(EVENTS);

        assertThat(replay("--execute", "--force")).contains("Done");
    }

    /** The reset deletes the topic that they are on the way in; the mark behind the last one is no configuration. */
    @Test
    void doesNotResetWhileAConfigurationIsOnTheWayToItsConnector() throws Exception {
        reached(EVENTS);
        reached(new TopicPartition(Topics.CONFIG.name(), 0), 1);
        records.create(ON_THE_WAY);
        records.sendInATransaction(ON_THE_WAY, SHOP, "stamped configuration");

        assertThat(replay("--execute")).contains("has read but not judged any order by yet", "--force");
        assertThat(reached()).isEqualTo(EVENTS);

        reached(new TopicPartition(ON_THE_WAY, 0), 1);
        assertThat(replay("--execute")).contains("Done");
    }

    @Test
    void waitsUntilOneThatWasKilledIsMissed() {
        var told = new StringWriter();
        var out = new PrintWriter(told);
        killMemberOf("killed-transform");

        try (var application = new Application("killed-transform", kafka())) {
            assertThatThrownBy(() -> application.checkStopped(Duration.ZERO, out))
                    .hasMessageContaining("'killed-transform' is running");
            assertThat(told.toString()).isEmpty();

            application.checkStopped(Duration.ofMinutes(3), out);
        }
        assertThat(told.toString()).contains("'killed-transform' was killed: waiting");
    }

    @Test
    void isOfTheApplicationThatIsNamed() throws Exception {
        reached(EVENTS);
        reached("another-transform", EVENTS);

        assertThat(replay("--application-id", "another-transform", "--from", "1970-01-01T00:00:04Z", "--execute"))
                .contains("Done");

        assertThat(reached("another-transform")).isEqualTo(3);
        assertThat(reached()).isEqualTo(EVENTS);
    }

    @Test
    void doesNotResetWhatKafkaWouldTakeForItsOwn() throws Exception {
        reached(EVENTS);
        reached(GROUP + "-2", EVENTS);

        assertThat(replay("--execute")).contains("would delete the state of remfunnel-transform-2");

        admin.deleteConsumerGroups(List.of(GROUP + "-2")).all().get();
    }

    /** It says no goodbye, so its session has to end. */
    private static void killMemberOf(String group) {
        Map<String, Object> properties = new HashMap<>(kafka());
        properties.put("group.id", group);
        properties.put("session.timeout.ms", 20_000);
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.subscribe(List.of(Topics.ORDERS.name()));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(100));
            }
        } finally {
            consumer.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP));
        }
    }

    private static String replay(String... arguments) {
        var written = new StringWriter();
        var all = Stream.concat(Stream.of(arguments), Stream.of("--bootstrap-servers", machine.bootstrapServers()))
                .toArray(String[]::new);
        new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(written))
                .setErr(new PrintWriter(written))
                .execute(all);
        return written.toString();
    }

    private static void reached(long offset) throws Exception {
        reached(GROUP, offset);
    }

    private static void reached(String group, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        group,
                        IntStream.range(0, PARTITIONS)
                                .boxed()
                                .collect(Collectors.toMap(
                                        ReplayCommandIT::orders,
                                        each -> new OffsetAndMetadata(each == PARTITION ? offset : 0))))
                .all()
                .get();
    }

    private static void reached(TopicPartition partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(GROUP, Map.of(partition, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private static long reached() throws Exception {
        return reached(GROUP);
    }

    private static long reached(String group) throws Exception {
        var offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.get(orders(PARTITION)).offset();
    }

    private static TopicPartition orders(int partition) {
        return new TopicPartition(Topics.ORDERS.name(), partition);
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", machine.bootstrapServers());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
