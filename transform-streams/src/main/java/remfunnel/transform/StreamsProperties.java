package remfunnel.transform;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topic;

/** The settings of Kafka Streams that the promises of this service rest on. */
public final class StreamsProperties {
    private static final String RACK = "rack";
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int MEGABYTE = 1024 * 1024;

    /** A record on its way, or state made of it, is the record and a little more. */
    private static final int MAX_INTERNAL_BYTES = Topic.MAX_RECORD_BYTES + MEGABYTE;

    private StreamsProperties() {}

    static StreamsConfig of(SharedSettings shared, TransformSettings own, OwnAddress address) {
        Map<String, Object> all = new HashMap<>(whereStandbysBelong(shared, own));
        all.putAll(shared.kafka().clientProperties());
        all.putAll(ofAnyTopology());
        all.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address.advertised());
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, own.applicationId());
        all.put(StreamsConfig.STATE_DIR_CONFIG, own.stateDir().toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, own.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, own.standbys());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) shared.topics().replicationFactor());
        shared.topics().ofEveryTopic().forEach((setting, value) -> all.put(StreamsConfig.topicPrefix(setting), value));
        all.put(BoundedRocksDb.MEMORY_MB, own.rocksdbMemoryMb());
        return new StreamsConfig(all);
    }

    /** The rack that its clients are told is that of its state as well: a copy belongs into another one. Who gives tags of his own keeps them. */
    private static Map<String, Object> whereStandbysBelong(SharedSettings shared, TransformSettings own) {
        String rack = shared.kafka().client().get(CommonClientConfigs.CLIENT_RACK_CONFIG);
        return rack == null || own.standbys() == 0
                ? Map.of()
                : Map.of(
                        StreamsConfig.clientTagPrefix(RACK),
                        rack,
                        StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG,
                        RACK);
    }

    /** What depends on no installation: topologies that are measured beside ours run with the same. */
    public static Map<String, Object> ofAnyTopology() {
        Map<String, Object> all = new HashMap<>(promises());
        all.putAll(clients());
        all.putAll(internalTopics());
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        return all;
    }

    private static Map<String, Object> promises() {
        return Map.of(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                100,
                StreamsConfig.POLL_MS_CONFIG,
                20,
                StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
                StreamsConfig.NO_OPTIMIZATION,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                // For the stores that have a record cache, of counts and totals: orders have none.
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                1024 * 1024);
    }

    /** A thread that failed is missed until its session ends, and its partitions stand still: ten seconds, not Kafka's 45. */
    private static Map<String, Object> clients() {
        return Map.of(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                10_000,
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest",
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                Topic.MAX_RECORD_BYTES,
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                BATCH_BYTES,
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4",
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                MAX_INTERNAL_BYTES + MEGABYTE);
    }

    /** What the topics that are read and written take, those of Streams itself take as well. */
    private static Map<String, Object> internalTopics() {
        return Map.of(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(MAX_INTERNAL_BYTES),
                StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG),
                Topic.ANY_TIMESTAMP);
    }
}
