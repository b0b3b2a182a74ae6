package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.PlainRecords;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.ReadOnlyStores;

class SharedJudgesTest {
    private final SharedJudges judges = new SharedJudges(new PlainRecords());
    private final Lab lab = Lab.open();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void findsAFactBehindWhoseStatusHasAnotherNameNow() {
        lab.configure(Given.config().build())
                .name(Given.status(Given.NEW, "Новый"))
                .observe(Given.order(1, Given.NEW, 10))
                .settle();
        boolean settled = isBehind();

        lab.name(Given.status(Given.NEW, "Поступил"));

        assertThat(settled).isFalse();
        assertThat(isBehind()).isTrue();
        lab.settle();
        assertThat(isBehind()).isFalse();
    }

    @Test
    void findsAFactBehindWhoseCurrencyIsAnotherNow() {
        lab.configure(Given.config().build())
                .observe(Given.order(1, Given.NEW, 10))
                .settle();

        lab.configure(Given.config().setCurrency("UAH").build());

        assertThat(isBehind()).isTrue();
        lab.settle();
        assertThat(isBehind()).isFalse();
    }

    @Test
    void findsNothingBehindOfAnOrderThatIsGone() {
        lab.configure(Given.config().build())
                .observe(Given.order(1, Given.NEW, 10))
                .observe(Given.gone(1, 20))
                .settle();

        assertThat(isBehind()).isFalse();
    }

    private boolean isBehind() {
        var stores = new ReadOnlyStores(new ReadOnlyStores.Lookup() {
            @Override
            public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
                return lab.driver().getKeyValueStore(name);
            }
        });
        var connector = stores.connector("shop");
        var known = stores.order(new OrderKey("shop", 1)).orElseThrow();
        return judges.isBehind(connector, judges.inForce("shop", connector), stores.namesOf("shop"), known);
    }
}
