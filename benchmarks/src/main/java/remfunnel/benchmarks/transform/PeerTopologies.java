package remfunnel.benchmarks.transform;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TableJoined;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import remfunnel.FunnelConfig;
import remfunnel.OrderEvent;
import remfunnel.schemas.ConnectorStreamPartitioner;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

/** The topologies that remfunnel is compared to. */
final class PeerTopologies {
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();
    private static final Serde<String> TEXT = Serdes.String();

    private PeerTopologies() {}

    static Topology of(Peer peer, StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config));
        switch (peer.design()) {
            case PASS_THROUGH -> passThrough(builder, peer);
            case WITH_STATE -> withState(builder, peer);
            case TEXTBOOK -> textbook(builder, peer);
            case TRANSFORM, ASKED -> throw new IllegalArgumentException("remfunnel is no peer of its own");
        }
        return builder.build();
    }

    private static void passThrough(StreamsBuilder builder, Peer peer) {
        builder.stream(Topics.ORDERS.name(), Consumed.with(BYTES, BYTES).withName("read"))
                .to(peer.output(), bytesOut());
    }

    private static void withState(StreamsBuilder builder, Peer peer) {
        var store = Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(GetAndPut.STORE), Serdes.Bytes(), BYTES);
        builder.addStateStore(store.withCachingDisabled());
        builder.stream(Topics.ORDERS.name(), Consumed.with(BYTES, BYTES).withName("read"))
                .process(() -> new GetAndPut(peer.valueBytes()), Named.as("get-and-put"), GetAndPut.STORE)
                .to(peer.output(), bytesOut());
    }

    private static Produced<byte[], byte[]> bytesOut() {
        return Produced.with(BYTES, BYTES, new ConnectorStreamPartitioner<byte[], byte[]>())
                .withName("write");
    }

    /** A table of orders, a table of configurations, joined by the connector: what the engine's manual would have one write. */
    private static void textbook(StreamsBuilder builder, Peer peer) {
        var orders = builder.table(
                Topics.ORDERS.name(),
                Consumed.with(TEXT, serde(peer, Topics.ORDERS)).withName("read"),
                Materialized.<String, OrderEvent, KeyValueStore<Bytes, byte[]>>as("orders"));
        var configs = builder.table(
                Topics.CONFIG.name(),
                Consumed.with(TEXT, serde(peer, Topics.CONFIG)).withName("read-configs"),
                Materialized.<String, FunnelConfig, KeyValueStore<Bytes, byte[]>>as("configs"));
        var toConnector = new ConnectorStreamPartitioner<String, Void>();
        orders.join(
                        configs,
                        (key, event) -> Keys.connectorOf(key),
                        new PlainFacts()::of,
                        TableJoined.<String, String>with(toConnector, toConnector)
                                .withName("with-config"))
                .toStream(Named.as("facts"))
                .to(
                        peer.output(),
                        Produced.with(TEXT, serde(peer, Topics.FACTS), new ConnectorStreamPartitioner<>())
                                .withName("write"));
    }

    /** The registry knows the schemas by the names of our topics, not by those of a peer. */
    private static <V> Serde<V> serde(Peer peer, Topic<V> topic) {
        var records = peer.records().serde(topic);
        return Serdes.serdeFrom(
                (name, value) -> value == null ? null : records.serializer().serialize(topic.name(), value),
                (name, bytes) -> bytes == null ? null : records.deserializer().deserialize(topic.name(), bytes));
    }
}
