package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.ConnectorState;
import remfunnel.schemas.Topics;

class RemovalTest {
    private final Lab lab = Lab.withSlicesOf(1);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void takesConfigurationAndFactsBack() {
        connected(3);

        lab.remove("shop").settle();

        assertThat(lab.table()).isEmpty();
        assertThat(lab.read(Topics.CONFIG_ACTIVE).getLast().value()).isNull();
        var status = lab.lastStatus();
        assertThat(status.getState()).isEqualTo(ConnectorState.REMOVED);
        assertThat(status.getCounters()).containsEntry("orders", 0L);
        assertThat(status.getProgress()).isNull();
    }

    @Test
    void saysWithEachTombstoneWhichRevisionRemovedTheConnector() {
        connected(2);

        lab.remove("shop").configure(Given.config().build()).settle();

        assertThat(lab.newFacts())
                .hasSize(2)
                .allSatisfy(fact -> assertThat(Lab.header(fact, "revision")).isEqualTo("1"));
    }

    @Test
    void aConfigurationAfterwardsBeginsEmpty() {
        connected(3);

        lab.remove("shop").settle().configure(Given.config().build()).settle();

        assertThat(lab.table()).isEmpty();
        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONNECTED);
    }

    @Test
    void ordersThatArriveAfterwardsWaitForTheNextConfiguration() {
        connected(3);

        lab.remove("shop").tick();
        lab.observe(Given.order(1, Given.PAID, 20))
                .observe(Given.order(3, Given.WORK, 5))
                .settle();
        assertThat(lab.table()).isEmpty();
        lab.configure(Given.config().build()).settle();

        assertThat(lab.table()).containsOnlyKeys("shop/1", "shop/3");
        assertThat(lab.fact("shop/3").getStageId()).isEqualTo("work");
        assertThat(lab.fact("shop/3").getEnteredAfter()).isEqualTo(Given.minute(0));
    }

    @Test
    void aRemovalUnderWayNeverTakesBackAFactOfTheNextLife() {
        connected(3);

        lab.remove("shop").configure(Given.config().build());
        lab.observe(Given.order(1, Given.PAID, 20))
                .observe(Given.order(3, Given.WORK, 20))
                .settle();

        assertThat(lab.table()).containsOnlyKeys("shop/1", "shop/3");
        assertThat(lab.fact("shop/1").getStageId()).isEqualTo("paid");
        assertThat(lab.facts.stream().map(TestRecord::value).filter(java.util.Objects::isNull))
                .hasSize(1);
    }

    @Test
    void survivesBeingRemovedTwiceAtOnce() {
        connected(3);

        lab.remove("shop").tick().configure(Given.config().build()).observe(Given.order(2, Given.PAID, 20));
        lab.remove("shop")
                .configure(Given.config().build())
                .observe(Given.order(3, Given.PAID, 20))
                .settle();

        assertThat(lab.table()).containsOnlyKeys("shop/3");
        assertThat(lab.lastStatus().getCounters()).containsEntry("orders", 1L);
    }

    @Test
    void leavesOtherConnectorsAlone() {
        lab.configure(Given.config().setConnectorId("shop-2").build()).observe(Given.order("shop-2", 1, Given.NEW, 10));
        connected(2);

        lab.remove("shop").settle();

        assertThat(lab.table()).containsOnlyKeys("shop-2/1");
    }

    private void connected(int orders) {
        lab.configure(Given.config().build()).settle();
        for (int id = 1; id <= orders; id++) {
            lab.observe(Given.order(id, Given.NEW, 10));
        }
        lab.table();
    }
}
