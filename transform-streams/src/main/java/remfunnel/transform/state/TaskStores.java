package remfunnel.transform.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import remfunnel.funnel.totals.Total;

/** The stores of one task, in the words of the business. */
public final class TaskStores {
    private final KeyValueStore<Bytes, KnownOrder> orders;
    private final KeyValueStore<String, Connector> connectors;
    private final KeyValueStore<String, Name> names;
    private final KeyValueStore<String, Counts> counts;
    private final KeyValueStore<String, Restatement> restatements;
    private final KeyValueStore<String, Total> totals;

    public TaskStores(ProcessingContext context) {
        this.orders = context.getStateStore(StateStores.ORDERS);
        this.connectors = context.getStateStore(StateStores.CONNECTORS);
        this.names = context.getStateStore(StateStores.NAMES);
        this.counts = context.getStateStore(StateStores.COUNTS);
        this.restatements = context.getStateStore(StateStores.RESTATEMENTS);
        this.totals = context.getStateStore(StateStores.TOTALS);
    }

    public Optional<KnownOrder> order(OrderKey key) {
        return Optional.ofNullable(orders.get(key.toBytes()));
    }

    public void keep(OrderKey key, KnownOrder order) {
        orders.put(key.toBytes(), order);
    }

    public void forget(OrderKey key) {
        orders.delete(key.toBytes());
    }

    /** The orders of a connector, in the order of their ids, from behind a position. */
    public KeyValueIterator<Bytes, KnownOrder> ordersOf(String connector, Optional<Bytes> behind) {
        var from = behind.map(OrderKey::behind).orElseGet(() -> OrderKey.first(connector));
        return orders.range(from, OrderKey.last(connector));
    }

    /** By the key of funnel.totals. */
    public Total total(String key) {
        return Optional.ofNullable(totals.get(key)).orElse(Total.NONE);
    }

    public void keep(String key, Total total) {
        totals.put(key, total.isNone() ? null : total);
    }

    public Connector connector(String id) {
        return Optional.ofNullable(connectors.get(id)).orElse(Connector.UNKNOWN);
    }

    public void keep(String id, Connector connector) {
        connectors.put(id, connector);
    }

    public Counts counts(String connector) {
        return Optional.ofNullable(counts.get(connector)).orElse(Counts.NONE);
    }

    public void keep(String connector, Counts changed) {
        counts.put(connector, changed);
    }

    /** Of every connector in this task. */
    public Map<String, Counts> allCounts() {
        Map<String, Counts> all = new HashMap<>();
        try (var each = counts.all()) {
            each.forEachRemaining(entry -> all.put(entry.key, entry.value));
        }
        return all;
    }

    public Optional<Name> name(String dictionaryKey) {
        return Optional.ofNullable(names.get(dictionaryKey));
    }

    public void keep(String dictionaryKey, Optional<Name> name) {
        names.put(dictionaryKey, name.orElse(null));
    }

    /** The connector's names by kind and id: {@code STATUS/900101}. */
    public Map<String, Name> namesOf(String connector) {
        Map<String, Name> found = new HashMap<>();
        int skipped = connector.length() + 1;
        try (var each = names.range(connector + '/', connector + (char) ('/' + 1))) {
            each.forEachRemaining(entry -> found.put(entry.key.substring(skipped), entry.value));
        }
        return found;
    }

    public Optional<Restatement> restatement(Restatement.Key key) {
        return Optional.ofNullable(restatements.get(key.text()));
    }

    public void keep(Restatement.Key key, Restatement restatement) {
        restatements.put(key.text(), restatement);
    }

    public void forget(Restatement.Key key) {
        restatements.delete(key.text());
    }

    /** In the order of their keys. */
    public List<Restatement.Key> restatementsDue(Instant now) {
        List<Restatement.Key> due = new ArrayList<>();
        try (var each = restatements.all()) {
            each.forEachRemaining(entry -> {
                if (entry.value.isDue(now)) {
                    due.add(Restatement.Key.of(entry.key));
                }
            });
        }
        return due;
    }
}
