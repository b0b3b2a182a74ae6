package remfunnel.transform.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of one task for those who only read, while the task goes on writing. */
public final class ReadOnlyStores {
    private static final int MOST_READINGS = 10;

    private final ReadOnlyKeyValueStore<Bytes, KnownOrder> orders;
    private final ReadOnlyKeyValueStore<String, Connector> connectors;
    private final ReadOnlyKeyValueStore<String, Name> names;

    /** Where stores are found by their names. */
    @FunctionalInterface
    public interface Lookup {
        <K, V> ReadOnlyKeyValueStore<K, V> store(String name);
    }

    public ReadOnlyStores(Lookup lookup) {
        this.orders = lookup.store(StateStores.ORDERS);
        this.connectors = lookup.store(StateStores.CONNECTORS);
        this.names = lookup.store(StateStores.NAMES);
    }

    /** The store by which the owner of a connector is found. */
    public static String ownersStore() {
        return StateStores.CONNECTORS;
    }

    /** Also one of a former life of the connector that is not forgotten yet. */
    public Optional<KnownOrder> order(OrderKey key) {
        return Optional.ofNullable(orders.get(key.toBytes()));
    }

    /** The orders of a connector, in the order of their ids, from behind a position. */
    public KeyValueIterator<Bytes, KnownOrder> ordersOf(String connector, Optional<Bytes> behind) {
        var from = behind.map(OrderKey::behind).orElseGet(() -> OrderKey.first(connector));
        return orders.range(from, OrderKey.last(connector));
    }

    public Connector connector(String id) {
        return Optional.ofNullable(connectors.get(id)).orElse(Connector.UNKNOWN);
    }

    /**
     * The connector's names by kind and id: {@code STATUS/900101}. The store's iterator looks each key up in a tree that the task may be
     * changing, and then may pass a name over: so they are read until two readings agree.
     */
    public Map<String, Name> namesOf(String connector) {
        var found = readNames(connector);
        for (int again = 0; again < MOST_READINGS; again++) {
            var once = found;
            found = readNames(connector);
            if (found.equals(once)) {
                break;
            }
        }
        return found;
    }

    private Map<String, Name> readNames(String connector) {
        Map<String, Name> found = new HashMap<>();
        int skipped = connector.length() + 1;
        try (var each = names.range(connector + '/', connector + (char) ('/' + 1))) {
            // A name may go while it is read: then its value is null.
            each.forEachRemaining(entry ->
                    Optional.ofNullable(entry.value).ifPresent(name -> found.put(entry.key.substring(skipped), name)));
        }
        return found;
    }
}
