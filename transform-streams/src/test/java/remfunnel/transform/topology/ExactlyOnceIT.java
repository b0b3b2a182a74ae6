package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.FunnelConfig;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Keys;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topic;
import remfunnel.schemas.TopicSetup;
import remfunnel.schemas.Topics;

class ExactlyOnceIT {
    private static final int ORDERS = 600;
    private static final int PARTITIONS = 3;
    private static final KafkaClusterTestKit BROKER = broker();

    @TempDir
    Path state;

    @BeforeAll
    static void startBroker() throws Exception {
        BROKER.format();
        BROKER.startup();
        BROKER.waitForReadyBrokers();
        var kafka = new SharedSettings.KafkaSettings(BROKER.bootstrapServers(), null);
        TopicSetup.ensure(new SharedSettings(
                kafka, null, new SharedSettings.TopicSettings(PARTITIONS, (short) 1, null), null, null));
    }

    private static KafkaClusterTestKit broker() {
        var nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        try {
            return new KafkaClusterTestKit.Builder(nodes)
                    .setConfigProp("offsets.topic.replication.factor", "1")
                    .setConfigProp("transaction.state.log.replication.factor", "1")
                    .setConfigProp("transaction.state.log.min.isr", "1")
                    .setConfigProp("transaction.state.log.num.partitions", "3")
                    .setConfigProp("group.initial.rebalance.delay.ms", "0")
                    .build();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @AfterAll
    static void stopBroker() throws Exception {
        BROKER.close();
    }

    @Test
    void writesEachChangeOnceThoughThreadsBreakInTheMiddleOfTransactions() {
        var meters = new CrashingMeters(Set.of(150, 400, ORDERS + 300, ORDERS + 800));

        try (var streams = start(meters)) {
            send(Topics.CONFIG, "shop", Given.config().build());
            IntStream.rangeClosed(1, ORDERS)
                    .forEach(id -> send(Topics.ORDERS, Keys.order("shop", id), Given.order(id, Given.NEW, 10)));
            awaitFacts(streams, ORDERS);
            send(Topics.CONFIG, "shop", twice());
            awaitFacts(streams, ORDERS + 1);
        }
        try (var restarted = start(meters)) {
            awaitFacts(restarted, 2 * ORDERS);
        }

        assertThat(meters.crashes()).isPositive();
        assertThat(facts()).hasSize(2 * ORDERS).doesNotHaveDuplicates();
    }

    private static void awaitFacts(KafkaStreams streams, int least) {
        await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(3)).until(() -> facts().size() >= least);
        assertThat(streams.state()).isNotEqualTo(KafkaStreams.State.ERROR);
    }

    private static FunnelConfig twice() {
        return Given.config().setRevenue("total * 2").build();
    }

    private KafkaStreams start(TransformMeters meters) {
        Map<String, Object> settings = new HashMap<>(Lab.config());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.POLL_MS_CONFIG, 20);
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 6_000);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        var config = new StreamsConfig(settings);
        var pace = new Pace(
                Duration.ofMillis(100), 50, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(1));
        var parts = new TopologyParts(new PlainRecords(), meters, pace);
        var streams = new KafkaStreams(new FunnelTopology(config, PARTITIONS, parts).get(), config);
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        return streams;
    }

    private static <V> void send(Topic<V> topic, String key, V value) {
        byte[] bytes = new PlainRecords().serializer(topic).serialize(topic.name(), value);
        int partition = ConnectorPartition.ofKey(key.getBytes(StandardCharsets.UTF_8), topic.partitions(PARTITIONS));
        assertThat(Producer.ONE.send(new ProducerRecord<>(topic.name(), partition, key, bytes)))
                .succeedsWithin(Duration.ofMinutes(3));
    }

    /** Key and value of every committed record of funnel.facts. */
    private static List<String> facts() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", BROKER.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(each -> new TopicPartition(Topics.FACTS.name(), each))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<String> facts = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(100))) {
                    facts.add(each.key() + '=' + each.value());
                }
            }
            return facts;
        }
    }

    /** Made once the broker is there. */
    private static final class Producer {
        static final KafkaProducer<String, byte[]> ONE = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER.bootstrapServers(), "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
