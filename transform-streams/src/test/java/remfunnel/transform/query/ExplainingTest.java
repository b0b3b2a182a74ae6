package remfunnel.transform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import remfunnel.funnel.history.StatusHistory;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.SharedSettings;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Origin;
import remfunnel.transform.state.Packed;
import remfunnel.transform.state.Published;
import remfunnel.transform.state.ReadOnlyStores;
import remfunnel.transform.state.Standing;
import remfunnel.transform.state.StateStores;
import remfunnel.transform.topology.SharedJudges;

class ExplainingTest {
    private static final PlainRecords RECORDS = new PlainRecords();

    static RuntimeException[] outages() {
        return new RuntimeException[] {
            new TimeoutException("no offsets within 60 s"),
            new RegistryUnavailableException(new IllegalStateException("connection refused"))
        };
    }

    @ParameterizedTest
    @MethodSource("outages")
    void asksToComeBackWhileWhatItNeedsIsAway(RuntimeException outage) {
        var events = new Events(new SharedSettings(null, null, null, null, null), RECORDS) {
            @Override
            Optional<EventRecord> at(Origin origin) {
                throw outage;
            }
        };

        var reply = new Explaining(new SharedJudges(RECORDS), events, RECORDS).answer(stores(), "shop", 1);

        assertThat(reply).isInstanceOfSatisfying(Reply.Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.why().en()).contains(outage.getMessage());
            assertThat(refusal.again()).isPresent();
        });
    }

    /** With one order, which is gone, and nothing else. */
    private static ReadOnlyStores stores() {
        var history = Packed.of(StatusHistory.empty(), StatusHistory::encode);
        var known = new KnownOrder(
                0, Instant.EPOCH, new Origin(0, 7), Standing.DELETED, history, Packed.nothing(), Published.NOTHING);
        return new ReadOnlyStores(new ReadOnlyStores.Lookup() {
            @Override
            @SuppressWarnings("unchecked")
            public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
                return name.equals(StateStores.ORDERS)
                        ? (ReadOnlyKeyValueStore<K, V>) new Held<>(Map.of(new OrderKey("shop", 1).toBytes(), known))
                        : new Held<>(Map.of());
            }
        });
    }

    private record Held<K, V>(Map<K, V> held) implements ReadOnlyKeyValueStore<K, V> {
        @Override
        public V get(K key) {
            return held.get(key);
        }

        @Override
        public KeyValueIterator<K, V> range(K from, K to) {
            return all();
        }

        @Override
        public KeyValueIterator<K, V> all() {
            return new None<>();
        }

        @Override
        public long approximateNumEntries() {
            return held.size();
        }
    }

    private record None<K, V>() implements KeyValueIterator<K, V> {
        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public KeyValue<K, V> next() {
            throw new UnsupportedOperationException();
        }

        @Override
        public K peekNextKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
