package remfunnel.transform.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.springframework.util.FileSystemUtils;
import remfunnel.ConnectorStatus;
import remfunnel.DictionaryEntry;
import remfunnel.FunnelConfig;
import remfunnel.FunnelFact;
import remfunnel.OrderEvent;
import remfunnel.schemas.Keys;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.OwnFields;
import remfunnel.transform.state.StateStores;

/** The topology without a broker and without a registry. */
final class Lab implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration TICK = Duration.ofSeconds(3);

    private final Records records = new PlainRecords();
    private final Path state = directory();
    private final TopologyTestDriver driver;
    final List<TestRecord<byte[], byte[]>> facts = new ArrayList<>();
    private final Map<String, List<TestRecord<byte[], byte[]>>> others = new HashMap<>();

    private Lab(Pace pace) {
        var config = config();
        var topology =
                new FunnelTopology(new StreamsConfig(config), 6, new TopologyParts(records, new CountedMeters(), pace));
        var properties = new Properties();
        properties.putAll(config);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        this.driver = new TopologyTestDriver(topology.get(), properties, START);
    }

    static Lab open() {
        return withSlicesOf(2_000);
    }

    static Lab withSlicesOf(int orders) {
        return new Lab(new Pace(
                Duration.ofMillis(20), orders, Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }

    static Map<String, Object> config() {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "remfunnel-transform",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "nowhere:1",
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true);
    }

    TopologyTestDriver driver() {
        return driver;
    }

    Lab configure(FunnelConfig config) {
        send(Topics.CONFIG, config.getConnectorId(), bytes(Topics.CONFIG, config));
        return this;
    }

    /** As an earlier release did, whatever this one says of it. */
    Lab putInForce(long revision, FunnelConfig config) {
        KeyValueStore<String, Connector> connectors = driver.getKeyValueStore(StateStores.CONNECTORS);
        var active = new Connector.Active(revision, Bytes.wrap(bytes(Topics.CONFIG_ACTIVE, config)), OwnFields.NONE);
        connectors.put(
                config.getConnectorId(), connectors.get(config.getConnectorId()).withActive(active));
        return this;
    }

    Lab remove(String connector) {
        send(Topics.CONFIG, connector, null);
        return this;
    }

    Lab name(DictionaryEntry entry) {
        var key = Keys.dictionary(entry.getConnectorId(), entry.getKind(), entry.getId());
        send(Topics.DICTIONARIES, key, bytes(Topics.DICTIONARIES, entry));
        return this;
    }

    Lab observe(OrderEvent event) {
        send(Topics.ORDERS, Keys.order(event.getConnectorId(), event.getOrderId()), bytes(Topics.ORDERS, event));
        return this;
    }

    /** An event that was read in a life of its connector. */
    Lab observe(OrderEvent event, long life) {
        var headers = new RecordHeaders();
        LifeHeader.write(headers, life);
        byte[] key = utf8(Keys.order(event.getConnectorId(), event.getOrderId()));
        input(Topics.ORDERS).pipeInput(new TestRecord<>(key, bytes(Topics.ORDERS, event), headers, START));
        return this;
    }

    <V> byte[] bytes(Topic<V> topic, V value) {
        return records.serializer(topic).serialize(topic.name(), value);
    }

    void send(Topic<?> topic, String key, byte[] value) {
        sendRaw(topic, key == null ? null : utf8(key), value);
    }

    /** As another run wrote it, with its headers. */
    void send(Topic<?> topic, TestRecord<byte[], byte[]> record) {
        input(topic).pipeInput(record);
    }

    void sendRaw(Topic<?> topic, byte[] key, byte[] value) {
        input(topic).pipeInput(new TestRecord<>(key, value, START));
    }

    private TestInputTopic<byte[], byte[]> input(Topic<?> topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    List<TestRecord<byte[], byte[]>> read(Topic<?> topic) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readRecordsToList();
    }

    /** What funnel.facts got since it was read last; kept for {@link #table()}. */
    List<TestRecord<byte[], byte[]>> newFacts() {
        var fresh = read(Topics.FACTS);
        facts.addAll(fresh);
        return fresh;
    }

    /** What funnel.facts holds after compaction. */
    SortedMap<String, String> table() {
        newFacts();
        return compacted(facts);
    }

    /** What funnel.transitions or funnel.totals hold after compaction, in hexadecimal. */
    SortedMap<String, String> table(Topic<?> topic) {
        return compacted(records(topic));
    }

    /** All that such a topic ever got; the list grows with every call. */
    List<TestRecord<byte[], byte[]>> records(Topic<?> topic) {
        var seen = others.computeIfAbsent(topic.name(), name -> new ArrayList<>());
        seen.addAll(read(topic));
        return seen;
    }

    /** The same, decoded. */
    <V> SortedMap<String, V> values(Topic<V> topic) {
        return values(topic, table(topic));
    }

    <V> SortedMap<String, V> values(Topic<V> topic, SortedMap<String, String> table) {
        SortedMap<String, V> values = new TreeMap<>();
        table.forEach((key, hex) -> values.put(key, decode(topic, HexFormat.of().parseHex(hex))));
        return values;
    }

    private static SortedMap<String, String> compacted(List<TestRecord<byte[], byte[]>> records) {
        SortedMap<String, String> table = new TreeMap<>();
        for (var each : records) {
            if (each.value() == null) {
                table.remove(text(each.key()));
            } else {
                table.put(text(each.key()), HexFormat.of().formatHex(each.value()));
            }
        }
        return table;
    }

    FunnelFact fact(String key) {
        return decode(Topics.FACTS, HexFormat.of().parseHex(table().get(key)));
    }

    <V> V decode(Topic<V> topic, byte[] bytes) {
        return records.deserializer(topic).deserialize(topic.name(), bytes);
    }

    List<ConnectorStatus> statuses() {
        return read(Topics.STATUS).stream()
                .map(each -> decode(Topics.STATUS, each.value()))
                .toList();
    }

    ConnectorStatus lastStatus() {
        return statuses().getLast();
    }

    Lab tick() {
        driver.advanceWallClockTime(TICK);
        return this;
    }

    Lab settle() {
        for (int i = 0; i < 30; i++) {
            tick();
        }
        return this;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    static String header(TestRecord<byte[], byte[]> each, String name) {
        var header = each.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    @Override
    public void close() {
        driver.close();
        try {
            FileSystemUtils.deleteRecursively(state);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("lab");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
