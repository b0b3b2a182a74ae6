package remfunnel.transform.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;

class ReadOnlyStoresTest {
    private static final KeyValue<String, Name> NEW =
            KeyValue.pair("shop/STATUS/1", new Name("Новый", OptionalInt.empty(), ""));
    private static final KeyValue<String, Name> PAID =
            KeyValue.pair("shop/STATUS/2", new Name("Оплачен", OptionalInt.empty(), ""));

    @Test
    void readsNamesAgainWhereAReadingPassedOneOverThatWasThere() {
        var names = new Restless(List.of(List.of(NEW, PAID), List.of(PAID), List.of(NEW, PAID), List.of(NEW, PAID)));

        var found = stores(names).namesOf("shop");

        assertThat(found).isEqualTo(Map.of("STATUS/1", NEW.value, "STATUS/2", PAID.value));
    }

    @Test
    void leavesANameOutThatWentWhileItWasRead() {
        List<KeyValue<String, Name>> going = List.of(NEW, KeyValue.pair("shop/STATUS/2", null));

        assertThat(stores(new Restless(List.of(going, going))).namesOf("shop")).containsOnlyKeys("STATUS/1");
    }

    private static ReadOnlyStores stores(ReadOnlyKeyValueStore<?, ?> names) {
        return new ReadOnlyStores(new ReadOnlyStores.Lookup() {
            @Override
            @SuppressWarnings("unchecked")
            public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
                return (ReadOnlyKeyValueStore<K, V>) names;
            }
        });
    }

    /** Shows something else at each reading, as a store may that is written meanwhile. */
    private static final class Restless implements ReadOnlyKeyValueStore<String, Name> {
        private final Deque<List<KeyValue<String, Name>>> readings;

        Restless(List<List<KeyValue<String, Name>>> readings) {
            this.readings = new ArrayDeque<>(readings);
        }

        @Override
        public KeyValueIterator<String, Name> range(String from, String to) {
            return new Reading(new ArrayDeque<>(readings.pop()));
        }

        @Override
        public Name get(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KeyValueIterator<String, Name> all() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long approximateNumEntries() {
            throw new UnsupportedOperationException();
        }
    }

    private record Reading(Deque<KeyValue<String, Name>> left) implements KeyValueIterator<String, Name> {
        @Override
        public boolean hasNext() {
            return !left.isEmpty();
        }

        @Override
        public KeyValue<String, Name> next() {
            return left.pop();
        }

        @Override
        public String peekNextKey() {
            return left.peek().key;
        }

        @Override
        public void close() {}
    }
}
