package remfunnel.transform.state;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the topology. Orders and the cells of totals are many, so they are on disk. */
public final class StateStores {
    public static final String ORDERS = "orders";
    public static final String CONNECTORS = "connectors";
    public static final String NAMES = "names";
    static final String COUNTS = "counts";
    /** The name is from the first release: another would strand the state. */
    static final String RESTATEMENTS = "jobs";

    static final String TOTALS = "totals";

    /** What is kept in memory is read back at every start, so its changelog is compacted eagerly. */
    private static final Map<String, String> SHORT_CHANGELOG =
            Map.of("segment.bytes", Integer.toString(4 * 1024 * 1024), "min.cleanable.dirty.ratio", "0.2");

    private StateStores() {}

    public static List<StoreBuilder<?>> builders() {
        return List.of(
                store(
                                Stores.persistentKeyValueStore(ORDERS),
                                Serdes.Bytes(),
                                serde(KnownOrder::encode, KnownOrder::decode))
                        .withLoggingEnabled(Map.of()),
                inMemory(CONNECTORS, serde(Connector::encode, Connector::decode)),
                inMemory(NAMES, serde(Name::encode, Name::decode)),
                // The record cache is for what many orders change: a commit writes each cell, and a connector's counts,
                // once.
                store(
                                Stores.persistentKeyValueStore(TOTALS),
                                Serdes.String(),
                                serde(TotalCodec::encode, TotalCodec::decode))
                        .withLoggingEnabled(Map.of())
                        .withCachingEnabled(),
                inMemory(COUNTS, serde(Counts::encode, Counts::decode)).withCachingEnabled(),
                inMemory(RESTATEMENTS, serde(Restatement::encode, Restatement::decode)));
    }

    /** The topic that an application keeps its restatements in: a key {@code CONNECTOR/KIND} each that is not over. */
    public static String changelogOfRestatements(String application) {
        return application + '-' + RESTATEMENTS + "-changelog";
    }

    public static String[] names() {
        return builders().stream().map(StoreBuilder::name).toArray(String[]::new);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> inMemory(String name, Serde<V> values) {
        return store(Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(SHORT_CHANGELOG);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
            KeyValueBytesStoreSupplier supplier, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(supplier, keys, values).withCachingDisabled();
    }

    private static <V> Serde<V> serde(Function<V, byte[]> encode, Function<byte[], V> decode) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode.apply(value),
                (topic, bytes) -> bytes == null ? null : decode.apply(bytes));
    }
}
