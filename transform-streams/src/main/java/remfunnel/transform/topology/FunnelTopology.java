package remfunnel.transform.topology;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import remfunnel.schemas.ConnectorStreamPartitioner;
import remfunnel.schemas.Party;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.StateStores;

/** The topology: configurations, names and order events in; facts, transitions, totals, configurations in force, statuses and rejects out. */
public final class FunnelTopology implements Supplier<Topology> {
    private final StreamsConfig config;
    private final int partitions;
    private final String outputPrefix;
    private final TopologyParts parts;

    public FunnelTopology(StreamsConfig config, int partitions, TopologyParts parts) {
        this(config, partitions, "", parts);
    }

    /** One whose topics are not those that others read: the same names, with a prefix. */
    public FunnelTopology(StreamsConfig config, int partitions, String outputPrefix, TopologyParts parts) {
        this.config = config;
        this.partitions = partitions;
        this.outputPrefix = outputPrefix;
        this.parts = parts;
    }

    /** The topics that are written. */
    public static List<Topic<?>> outputs() {
        return Party.TRANSFORM.writes();
    }

    /** The topics that are read; not those that Streams makes for itself. */
    public static List<Topic<?>> inputs() {
        return Party.TRANSFORM.reads();
    }

    /** The topic that an application hands configurations on in, stamped, to the tasks of their connectors. */
    public static String stampedConfigurations(String application) {
        return application + '-' + Nodes.BY_CONNECTOR + "-repartition";
    }

    @Override
    public Topology get() {
        var builder = new StreamsBuilder(new TopologyConfig(config));
        var stores = StateStores.names();
        StateStores.builders().forEach(builder::addStateStore);

        builder.stream(Topics.CONFIG.name(), read(Nodes.READ_CONFIG))
                .process(StampRevision::new, Named.as(Nodes.STAMP))
                .repartition(byConnector())
                .process(() -> new ConfigureConnectors(parts), Named.as(Nodes.CONFIGURE), stores);
        builder.stream(Topics.CONFIG_ACTIVE.name(), read(Nodes.READ_ACTIVE))
                .process(() -> new AdoptActive(parts), Named.as(Nodes.ADOPT), stores);
        builder.stream(Topics.DICTIONARIES.name(), read(Nodes.READ_NAMES))
                .process(() -> new NameThings(parts), Named.as(Nodes.NAME), stores);
        builder.stream(Topics.ORDERS.name(), read(Nodes.READ_ORDERS))
                .process(() -> new ObserveOrders(parts), Named.as(Nodes.OBSERVE), stores);

        return withSinks(builder.build());
    }

    /** Values stay bytes until a processor decodes them: what cannot be decoded is its business, not the consumer's. */
    private static Consumed<byte[], byte[]> read(String name) {
        return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withName(name)
                .withTimestampExtractor(new SinceEpoch());
    }

    /** Any client may have written a configuration to any partition; from here on it lives with its orders. */
    private Repartitioned<byte[], StampedConfig> byConnector() {
        return Repartitioned.with(Serdes.ByteArray(), StampedConfig.serde())
                .withName(Nodes.BY_CONNECTOR)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(new ConnectorStreamPartitioner<>());
    }

    private Topology withSinks(Topology topology) {
        write(topology, Nodes.WRITE_FACTS, Topics.FACTS, Nodes.CONFIGURE, Nodes.OBSERVE);
        write(topology, Nodes.WRITE_TRANSITIONS, Topics.TRANSITIONS, Nodes.CONFIGURE, Nodes.OBSERVE);
        write(topology, Nodes.WRITE_TOTALS, Topics.TOTALS, Nodes.CONFIGURE, Nodes.OBSERVE);
        write(topology, Nodes.WRITE_ACTIVE_CONFIG, Topics.CONFIG_ACTIVE, Nodes.CONFIGURE, Nodes.ADOPT, Nodes.NAME);
        write(topology, Nodes.WRITE_STATUS, Topics.STATUS, Nodes.CONFIGURE, Nodes.ADOPT, Nodes.NAME);
        write(topology, Nodes.WRITE_REJECTS, Topics.REJECTS, Nodes.CONFIGURE, Nodes.ADOPT, Nodes.NAME, Nodes.OBSERVE);
        return topology;
    }

    private void write(Topology topology, String name, Topic<?> topic, String... parents) {
        var bytes = Serdes.ByteArray().serializer();
        var partitioner = new ConnectorStreamPartitioner<byte[], byte[]>();
        topology.addSink(name, outputPrefix + topic.name(), bytes, bytes, partitioner, parents);
    }
}
