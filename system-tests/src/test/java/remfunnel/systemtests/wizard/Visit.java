package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import remfunnel.schemas.Topics;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.Shop;

/** What one test has of the {@link House}: shops and people of its own, who leave no connector behind and heard no complaint. */
final class Visit {
    private static final long SEED = 5;

    private final House house;
    private final List<Looker> lookers = new ArrayList<>();
    private final List<Shop> shops = new ArrayList<>();

    Visit(House house) {
        this.house = house;
    }

    Office office() {
        return house.office();
    }

    /** A simulated account, which nothing is connected to yet. */
    Shop shop(int orders) {
        Shop shop = new Shop(orders, SEED, Duration.ZERO);
        shops.add(shop);
        return shop;
    }

    /** One that is connected without any status in a stage, with all of its orders in the funnel. */
    void connect(String id, Shop shop) {
        office().connect(id, shop);
        awaitOrders(id, shop);
    }

    /** One that is connected with each status in a stage, and with the figures of that. */
    void connectMapped(String id, Shop shop) {
        connect(id, shop);
        office().map(id);
        await("stages of " + id)
                .atMost(Patience.OF_A_TEST)
                .until(() -> office().get("/api/status/" + id)
                                .at("/transform/counters/unmapped")
                                .asInt(-1)
                        == 0);
    }

    /** Until all of a connected account are in its funnel. */
    void awaitOrders(String id, Shop shop) {
        int orders = shop.truth().size();
        await("orders of " + id)
                .atMost(Patience.OF_A_TEST)
                .until(() -> office().get("/api/status/" + id)
                                .at("/transform/counters/in_funnel")
                                .asInt(0)
                        == orders);
    }

    /** Who has shown nothing that would let him in. */
    Looker stranger(String locale) {
        Looker looker = house.browser().looker(locale);
        lookers.add(looker);
        return looker;
    }

    /** The owner of the machine, in English. */
    Looker owner(String address) {
        return somebody(office().owner(), address);
    }

    /** In English too. */
    Looker somebody(String authorization, String address) {
        Looker looker = stranger("en-US");
        looker.openAs(authorization, office().page(address));
        return looker;
    }

    /** A configuration in Avro's JSON form, by a client that is not ours. */
    void writePastTheService(String id, String config) {
        house.produce(Topics.CONFIG.name(), id, config);
    }

    void end() {
        List<String> complaints =
                lookers.stream().flatMap(each -> each.complaints().stream()).toList();
        lookers.forEach(Looker::close);
        office().removeAll();
        shops.forEach(Shop::close);
        assertThat(complaints).as("what the browsers' consoles say").isEmpty();
    }
}
