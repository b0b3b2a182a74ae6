package remfunnel.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import remfunnel.schemas.ConnectorPartitioner;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.Topic;

/** Writes records and says at which offset they stand once every replica has them. */
public class TopicWriter implements DisposableBean {
    private static final int PATIENCE_MS = 20_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(TopicWriter.class);

    private final Records records;
    private final Producer<String, byte[]> producer;

    TopicWriter(KafkaSettings kafka, Records records) {
        this.records = records;
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, ConnectorPartitioner.class);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    public <V> long write(Topic<V> topic, String key, V value) {
        try (Serializer<V> serializer = records.serializer(topic)) {
            return send(new ProducerRecord<>(topic.name(), key, serializer.serialize(topic.name(), value)));
        }
    }

    public long remove(Topic<?> topic, String key) {
        return send(new ProducerRecord<>(topic.name(), key, null));
    }

    /** What may be lost, and for which nobody waits or fails. */
    public <V> void writeLater(Topic<V> topic, String key, V value) {
        try (Serializer<V> serializer = records.serializer(topic)) {
            byte[] bytes = serializer.serialize(topic.name(), value);
            var unused = producer.send(
                    new ProducerRecord<>(topic.name(), key, bytes), (written, failure) -> lost(topic, failure));
        } catch (KafkaException | RegistryUnavailableException away) {
            lost(topic, away);
        }
    }

    private static void lost(Topic<?> topic, Exception failure) {
        if (failure != null) {
            LOGGER.atError()
                    .addKeyValue("topic", topic.name())
                    .setCause(failure)
                    .log("Could not write");
        }
    }

    private long send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record)
                    .get(2L * PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing to " + record.topic(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(
                    "could not write to " + record.topic(),
                    Optional.ofNullable(e.getCause()).orElse(e));
        }
    }

    @Override
    public void destroy() {
        producer.close();
    }
}
