package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.ConnectorState;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.Topics;

/** A connector that was removed and made again, met by those who read history long after. */
class LivesTest {
    private final Lab lab = Lab.withSlicesOf(1);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aReplayForgetsTheFormerAccountThoughItsRemovalWasCompactedAway() {
        lab.configure(Given.config().build());
        lab.observe(Given.order(1, Given.NEW, 10), 3)
                .observe(Given.order(2, Given.NEW, 10), 3)
                .observe(Given.order(2, Given.PAID, 5), 7)
                .observe(Given.order(3, Given.WORK, 5), 7)
                .settle();

        assertThat(lab.table()).containsOnlyKeys("shop/2", "shop/3");
        assertThat(lab.fact("shop/2").getStageId()).isEqualTo("paid");
        assertThat(lab.lastStatus().getCounters()).containsEntry("orders", 2L);
        Sums.check(lab);
    }

    @Test
    void whatWasReadInAFormerLifeCountsForNothing() {
        lab.configure(Given.config().build()).observe(Given.order(1, Given.NEW, 10), 0);
        lab.remove("shop").configure(Given.config().build());

        lab.observe(Given.order(2, Given.NEW, 10), 0)
                .observe(Given.order(3, Given.NEW, 10), 2)
                .settle();

        assertThat(lab.table()).containsOnlyKeys("shop/3");
        assertThat(lab.table(Topics.TRANSITIONS)).containsOnlyKeys("shop/3/0");
        Sums.check(lab);
    }

    @Test
    void anActiveConfigurationSaysWhichLivesAreOver() {
        lab.configure(Given.config().build())
                .remove("shop")
                .configure(Given.config().build());

        var active = lab.read(Topics.CONFIG_ACTIVE);

        assertThat(active)
                .extracting(each -> LifeHeader.read(each.headers()).orElseThrow())
                .containsExactly(0L, 1L, 1L);
    }

    @Test
    void removalsThatAReplayMeetsAfterTheOrdersOfTheNextLifeTakeNothingOfThem() {
        lab.observe(Given.order(1, Given.NEW, 10), 0).observe(Given.order(2, Given.NEW, 10), 2);

        lab.configure(Given.config().build())
                .remove("shop")
                .configure(Given.config().build())
                .settle();

        assertThat(lab.table()).containsOnlyKeys("shop/2");
        assertThat(lab.lastStatus().getCounters()).containsEntry("orders", 1L);
        Sums.check(lab);
    }

    @Test
    void aReplayFindsTheConfigurationInForceWhereTheLastOneWasRefused() {
        byte[] inForce =
                lab.bytes(Topics.CONFIG_ACTIVE, Given.config().setRevision(0).build());
        lab.configure(Given.config().setConnectorId("shop-2").build());
        lab.configure(Given.config().setRevenue("nonsense(").build())
                .observe(Given.order(1, Given.NEW, 10))
                .settle();
        assertThat(lab.table()).isEmpty();

        lab.send(Topics.CONFIG_ACTIVE, "shop", inForce);
        lab.settle();

        assertThat(lab.table()).containsOnlyKeys("shop/1");
        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONFIG_REJECTED);
    }

    @Test
    void whatComesBackOfARemovedConfigurationIsNotAdopted() {
        byte[] former =
                lab.bytes(Topics.CONFIG_ACTIVE, Given.config().setRevision(0).build());
        lab.configure(Given.config().build()).remove("shop").observe(Given.order(1, Given.NEW, 10));

        lab.send(Topics.CONFIG_ACTIVE, "shop", former);
        lab.settle();

        assertThat(lab.table()).isEmpty();
        assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.REMOVED);
    }
}
