package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import remfunnel.schemas.ConnectorPartition;

/** One of several shops with its connector, whose partition is its own, and who reads what is published of it. */
final class Branch implements AutoCloseable {
    private final String connector;
    private final Shop shop;
    private final Watch watch;
    private Plan plan = Plan.ALL.getFirst();
    private Set<Version> changes;

    Branch(int partition, int partitions, Shop shop, String bootstrapServers) {
        this.connector = IntStream.iterate(1, next -> next + 1)
                .mapToObj(next -> "shop-" + next)
                .filter(id -> ConnectorPartition.of(id, partitions) == partition)
                .findFirst()
                .orElseThrow();
        this.shop = shop;
        this.watch = new Watch(bootstrapServers, Optional.of(connector));
        this.changes = shop.expected();
    }

    void connect(Rest config) {
        configure(config, plan);
        config.put("/api/connectors/" + connector + "/credentials", Map.of("api-key", Shop.KEY));
    }

    void configure(Rest config, Plan next) {
        plan = next;
        config.put(
                "/api/connectors/" + connector,
                plan.document(connector, shop.url().toString()));
    }

    /** All of it in one second, and to be seen by the next poll. */
    void live(int events) {
        changes = shop.live(events);
        shop.pass(Duration.ofSeconds(10));
    }

    /** What has happened was published once, and facts are as reckoned: before more happens, or no poll would see what was between. */
    void awaitAsReckoned(String when) {
        watch.await(connector + " read " + when, () -> watch.orders().holds(changes));
        watch.awaitNoDifference(audit(), plan);
        audit().eventsAreThoseOfAnUndisturbedRun();
        assertThat(audit().firstDifference(plan)).as("%s %s", connector, when).isEmpty();
    }

    /** Nothing comes late, nothing came twice, transitions are the shop's own history, and the totals are the sums of both. */
    void check(Rest config, String bootstrapServers) {
        watch.settle(audit(), plan);
        audit().eventsAreThoseOfAnUndisturbedRun();
        assertThat(audit().firstDifference(plan)).as(connector).isEmpty();
        audit().noFactWasWrittenTwice(bootstrapServers);
        audit().transitionsAndTotalsFollow(plan, bootstrapServers);
        var totals = config.get("/api/checks/totals?connector=" + connector).path(0);
        assertThat(totals.path("orders").asLong())
                .isEqualTo(watch.facts().facts().size());
        assertThat(totals.path("differing").asLong(-1)).as("%s", totals).isZero();
    }

    private Audit audit() {
        return new Audit(shop, watch.orders(), watch.facts());
    }

    @Override
    public void close() {
        watch.close();
        shop.close();
    }
}
