package remfunnel.benchmarks.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import remfunnel.FunnelConfig;
import remfunnel.OrderEvent;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Keys;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

/** Writes what operators and ingest would write. */
public final class Feed implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<OrderEvent> orders;
    private final Serializer<FunnelConfig> configs;
    private final RegistryRecords records;
    private final Map<Topic<?>, Serializer<?>> serializers = new ConcurrentHashMap<>();
    private final int partitions;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public Feed(Cluster cluster) {
        this(cluster.settings());
    }

    public Feed(SharedSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka().clientProperties());
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        this.records = new RegistryRecords(settings.registry());
        this.orders = records.serializer(Topics.ORDERS);
        this.configs = records.serializer(Topics.CONFIG);
        this.partitions = settings.topics().partitions();
    }

    public void order(OrderEvent event) {
        order(event, written -> {});
    }

    /** Tells where it was written, from the producer's own thread. */
    public void order(OrderEvent event, Consumer<RecordMetadata> written) {
        var key = Keys.order(event.getConnectorId(), event.getOrderId());
        send(Topics.ORDERS, key, orders.serialize(Topics.ORDERS.name(), event), written);
    }

    public void config(FunnelConfig config) {
        byte[] value = configs.serialize(Topics.CONFIG.name(), config);
        send(Topics.CONFIG, config.getConnectorId(), value, written -> {});
    }

    public <V> void record(Topic<V> topic, String key, V value) {
        send(topic, key, serializer(topic).serialize(topic.name(), value), written -> {});
    }

    @SuppressWarnings("unchecked") // each topic has the serializer of its type
    private <V> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>) serializers.computeIfAbsent(topic, records::serializer);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what failed is thrown by flush
    private void send(Topic<?> topic, String key, byte[] value, Consumer<RecordMetadata> written) {
        int partition = ConnectorPartition.ofKey(key, topic.partitions(partitions));
        producer.send(new ProducerRecord<>(topic.name(), partition, key, value), (where, failed) -> {
            if (failed == null) {
                written.accept(where);
            } else {
                failure.compareAndSet(null, failed);
            }
        });
    }

    /** Everything is written behind it. */
    public void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("a record could not be written", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
