package remfunnel.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import remfunnel.ApiVersion;
import remfunnel.ConnectorStatus;
import remfunnel.EncryptedSecret;
import remfunnel.FilterMatch;
import remfunnel.FilterSettings;
import remfunnel.FunnelConfig;
import remfunnel.OrderEvent;
import remfunnel.SourceSettings;
import remfunnel.UnmappedPolicy;
import remfunnel.schemas.ConnectorPartitioner;
import remfunnel.schemas.Keys;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

/** One connector on the topics: what an operator writes for it, and what readers see of it. */
public final class Shop implements AutoCloseable {
    private static final PlainRecords RECORDS = new PlainRecords();

    private final String id;
    private final Map<String, Object> common;
    private final KafkaProducer<String, byte[]> producer;

    public Shop(String id, String bootstrapServers) {
        this.id = id;
        this.common = Map.of("bootstrap.servers", bootstrapServers);
        Map<String, Object> settings = new HashMap<>(common);
        settings.put("partitioner.class", ConnectorPartitioner.class.getName());
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    public static FunnelConfig config(String id, ApiVersion api, long revision) {
        return FunnelConfig.newBuilder()
                .setConnectorId(id)
                .setRevision(revision)
                .setTitle("Мастерская")
                .setSource(new SourceSettings(api, null, 1000L, null))
                .setTimeZone("Europe/Moscow")
                .setCurrency("RUB")
                .setFilter(new FilterSettings(FilterMatch.ALL, List.of()))
                .setStages(List.of())
                .setUnmapped(UnmappedPolicy.KEEP)
                .setUpdatedAt(Instant.EPOCH)
                .setUpdatedBy("test")
                .build();
    }

    public void configure(FunnelConfig config) {
        send(Topics.CONFIG_ACTIVE, Optional.of(config));
    }

    /** As an activation by one who knows of this life. */
    public void configure(FunnelConfig config, long life) {
        var record = record(Topics.CONFIG_ACTIVE, Optional.of(config));
        LifeHeader.write(record.headers(), life);
        send(record);
    }

    public void remove() {
        send(Topics.CONFIG_ACTIVE, Optional.empty());
    }

    /** The test's keyring takes the ciphertext for the key. */
    public void key(String key) {
        var bytes = ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8));
        send(Topics.CREDENTIALS, Optional.of(new EncryptedSecret(id, bytes, Instant.EPOCH, "test")));
    }

    private <V> void send(Topic<V> topic, Optional<V> value) {
        send(record(topic, value));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record);
        producer.flush();
    }

    private <V> ProducerRecord<String, byte[]> record(Topic<V> topic, Optional<V> value) {
        byte[] bytes = value.map(present -> RECORDS.serializer(topic).serialize(topic.name(), present))
                .orElse(null);
        return new ProducerRecord<>(topic.name(), id, bytes);
    }

    /** The life that each event of the connector bears, oldest first. */
    public List<Optional<Long>> lives() {
        return received(Topics.ORDERS).stream()
                .map(received -> LifeHeader.read(received.headers()))
                .toList();
    }

    /** All that was committed for the connector, oldest first. */
    public List<OrderEvent> events() {
        return read(Topics.ORDERS).stream().flatMap(Optional::stream).toList();
    }

    public Optional<ConnectorStatus> status() {
        var statuses = read(Topics.STATUS);
        return statuses.isEmpty() ? Optional.empty() : statuses.getLast();
    }

    public <V> List<Optional<V>> read(Topic<V> topic) {
        var deserializer = RECORDS.deserializer(topic);
        return received(topic).stream()
                .map(received -> Optional.ofNullable(deserializer.deserialize(topic.name(), received.value())))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> received(Topic<?> topic) {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put("isolation.level", "read_committed");
        List<ConsumerRecord<String, byte[]>> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(received -> {
                    if (Keys.connectorOf(received.key()).equals(id)) {
                        values.add(received);
                    }
                });
            }
        }
        return values;
    }

    /** Removes the connector, so that the next test's service has only its own. */
    @Override
    public void close() {
        remove();
        producer.close();
    }
}
