package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.FunnelFact;
import remfunnel.OrderEvent;
import remfunnel.Precision;
import remfunnel.UnmappedPolicy;
import remfunnel.schemas.Topics;

class ObserveOrdersTest {
    private final Lab lab = Lab.open();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void writesAFactOfAnOrder() {
        lab.configure(Given.config().build())
                .name(Given.status(Given.NEW, "Новый"))
                .settle();

        lab.observe(Given.order(1, Given.NEW, 10));

        FunnelFact fact = lab.fact("shop/1");
        assertThat(fact.getStageId()).isEqualTo("inquiry");
        assertThat(fact.getStatusName()).isEqualTo("Новый");
        assertThat(fact.getRevenue()).isEqualByComparingTo("101.50");
        assertThat(fact.getCost()).isNull();
        assertThat(fact.getEnteredPrecision()).isEqualTo(Precision.INFERRED);
        assertThat(fact.getEnteredBy()).isEqualTo(Given.minute(10));
    }

    @Test
    void saysInHeadersWhatLedToAFact() {
        lab.configure(Given.config().build()).observe(Given.order(1, Given.NEW, 10));

        lab.observe(Given.order(2, Given.NEW, 20));

        var fact = lab.newFacts().getLast();
        assertThat(Lab.header(fact, "cause")).isEqualTo("EVENT");
        assertThat(Lab.header(fact, "revision")).isEqualTo("0");
        assertThat(Lab.header(fact, "partition")).isEqualTo("0");
        assertThat(Lab.header(fact, "offset")).isEqualTo("1");
        assertThat(fact.timestamp()).isEqualTo(Given.minute(20).toEpochMilli());
    }

    @Test
    void writesNothingForTheSameEventTwice() {
        lab.configure(Given.config().build()).observe(Given.order(1, Given.NEW, 10));
        lab.newFacts();

        lab.observe(Given.order(1, Given.NEW, 10));

        assertThat(lab.newFacts()).isEmpty();
    }

    @Test
    void leavesOlderEventsAside() {
        lab.configure(Given.config().build()).observe(Given.order(1, Given.PAID, 20));
        var before = lab.table();

        lab.observe(Given.order(1, Given.NEW, 10));

        assertThat(lab.table()).isEqualTo(before);
    }

    @Test
    void takesTheFactOfADeletedOrderBackAndGivesItAgainWhenTheOrderReturns() {
        lab.configure(Given.config().build()).observe(Given.order(1, Given.NEW, 10));
        var before = lab.table();

        lab.observe(Given.gone(1, 20));

        assertThat(lab.newFacts()).extracting(TestRecord::value).containsExactly((byte[]) null);
        lab.observe(Given.order(1, Given.NEW, 10));
        assertThat(lab.newFacts()).isEmpty();
        lab.observe(Given.order(1, Given.PAID, 30));
        assertThat(lab.fact("shop/1").getStageId()).isEqualTo("paid");
        assertThat(before).hasSize(1);
    }

    @Test
    void givesTheFactAgainOfAnOrderThatReturnsAsItWas() {
        lab.configure(Given.config().build()).observe(Given.order(1, Given.NEW, 10));
        var before = lab.table();
        lab.observe(Given.gone(1, 20));
        assertThat(lab.table()).isEmpty();

        lab.observe(OrderEvent.newBuilder(Given.order(1, Given.NEW, 10))
                .setObservedAt(Given.minute(30))
                .build());

        assertThat(lab.table()).isEqualTo(before);
    }

    @Test
    void noFactIsWrittenOfAnOrderThatIsGoneBeforeItWasSeen() {
        lab.configure(Given.config().build());

        lab.observe(Given.gone(1, 20));

        assertThat(lab.newFacts()).isEmpty();
        assertThat(lab.settle().lastStatus().getCounters()).containsEntry("deleted", 1L);
    }

    @Test
    void takesTheFactBackWhenAnOrderLeavesTheFilter() {
        lab.configure(Given.config().setFilter(Given.only("status", "101")).build())
                .observe(Given.order(1, Given.NEW, 10));
        assertThat(lab.table()).hasSize(1);

        lab.observe(Given.order(1, Given.WORK, 20));

        assertThat(lab.table()).isEmpty();
        assertThat(lab.settle().lastStatus().getCounters()).containsEntry("filtered_out", 1L);
    }

    @Test
    void keepsUnmappedOrdersInAStageOfTheirOwnOrDropsThem() {
        lab.configure(Given.config().build()).observe(Given.order(1, 999, 10));
        assertThat(lab.fact("shop/1").getStageId()).isEqualTo("_unmapped");

        lab.configure(Given.config().setUnmapped(UnmappedPolicy.DROP).build()).settle();

        assertThat(lab.table()).isEmpty();
        assertThat(lab.lastStatus().getCounters()).containsEntry("dropped", 1L).containsEntry("in_funnel", 0L);
    }

    @Test
    void keepsOrdersThatComeBeforeTheirConfiguration() {
        lab.observe(Given.order(1, Given.NEW, 10)).observe(Given.order(1, Given.WORK, 20));
        assertThat(lab.newFacts()).isEmpty();

        lab.configure(Given.config().build()).settle();

        var fact = lab.newFacts().getFirst();
        assertThat(Lab.header(fact, "cause")).isEqualTo("CONFIG");
        assertThat(Lab.header(fact, "offset")).isEqualTo("1");
        assertThat(lab.fact("shop/1").getEnteredAfter())
                .isEqualTo(Given.minute(10).plusSeconds(5));
    }

    @Test
    void keepsConnectorsApartWhoseOrderIdsAreEqual() {
        lab.configure(Given.config().build())
                .configure(Given.config()
                        .setConnectorId("shop-2")
                        .setCurrency("UAH")
                        .build());

        lab.observe(Given.order("shop", 1, Given.NEW, 10)).observe(Given.order("shop-2", 1, Given.PAID, 10));

        assertThat(lab.fact("shop/1").getCurrency()).isEqualTo("RUB");
        assertThat(lab.fact("shop-2/1").getStageId()).isEqualTo("paid");
        assertThat(lab.read(Topics.REJECTS)).isEmpty();
    }
}
