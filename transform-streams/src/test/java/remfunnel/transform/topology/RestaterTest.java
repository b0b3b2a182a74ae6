package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.Marker;
import remfunnel.StageSettings;
import remfunnel.schemas.Topics;

class RestaterTest {
    @Test
    void restatesWithANewConfigurationInSlicesAndShowsHowFarItIs() {
        try (var lab = Lab.withSlicesOf(2)) {
            lab.configure(Given.config().build()).settle();
            orders(lab, 5);
            lab.newFacts();
            lab.statuses();

            lab.configure(Given.config().setRevenue("total * 2").build());
            assertThat(lab.newFacts()).isEmpty();
            lab.tick();
            assertThat(lab.newFacts()).hasSize(2).allSatisfy(each -> {
                assertThat(Lab.header(each, "cause")).isEqualTo("CONFIG");
                assertThat(Lab.header(each, "revision")).isEqualTo("1");
            });
            var during = lab.lastStatus();
            lab.tick().tick();

            assertThat(during.getState()).isEqualTo(ConnectorState.RESTATING);
            assertThat(during.getProgress().getDone()).isEqualTo(2);
            assertThat(during.getProgress().getTotal()).isEqualTo(5);
            assertThat(lab.newFacts()).hasSize(3);
            assertThat(lab.lastStatus().getState()).isEqualTo(ConnectorState.CONNECTED);
        }
    }

    @Test
    void anOrderNewerThanItsConfigurationWaitsForNone() {
        try (var lab = Lab.withSlicesOf(1)) {
            lab.configure(Given.config().build());
            orders(lab, 5);
            lab.newFacts();

            lab.configure(Given.config().setRevenue("total * 2").build()).tick();
            lab.observe(Given.order(9, Given.NEW, 10));

            var last = lab.newFacts().getLast();
            assertThat(Lab.text(last.key())).isEqualTo("shop/9");
            assertThat(Lab.header(last, "revision")).isEqualTo("1");
            assertThat(lab.fact("shop/9").getRevenue()).isEqualByComparingTo("219");
        }
    }

    @Test
    void aNewerConfigurationBeginsAnew() {
        try (var lab = Lab.withSlicesOf(2)) {
            lab.configure(Given.config().build());
            orders(lab, 5);

            lab.configure(Given.config().setRevenue("total * 2").build()).tick();
            lab.configure(Given.config().setRevenue("total * 3").build()).settle();

            assertThat(LongStream.rangeClosed(1, 5).boxed())
                    .allSatisfy(id -> assertThat(lab.fact("shop/" + id).getRevenue())
                            .isEqualByComparingTo(java.math.BigDecimal.valueOf((100.5 + id) * 3)));
        }
    }

    @Test
    void restatesOnceForManyNamesAndOnlyWhatTheyChange() {
        try (var lab = Lab.open()) {
            lab.configure(Given.config().build());
            orders(lab, 3);
            lab.observe(Given.order(4, Given.PAID, 10)).settle();
            lab.newFacts();

            lab.name(Given.status(Given.NEW, "Новый"))
                    .name(Given.status(500, "Прочее"))
                    .name(Given.status(501, "Ещё"));
            assertThat(lab.newFacts()).isEmpty();
            lab.settle();

            var written = lab.newFacts();
            assertThat(written)
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(Lab.header(each, "cause")).isEqualTo("NAMES"));
            lab.name(Given.status(Given.NEW, "Новый")).settle();
            assertThat(lab.newFacts()).isEmpty();
        }
    }

    @Test
    void aNameThatChangesDuringAPassReachesOrdersAlreadyPassed() {
        try (var lab = Lab.withSlicesOf(1)) {
            lab.configure(Given.config().build());
            orders(lab, 4);
            lab.settle().name(Given.status(Given.NEW, "Новый")).tick().tick();

            lab.name(Given.status(Given.NEW, "Новейший")).settle();

            assertThat(LongStream.rangeClosed(1, 4).boxed())
                    .allSatisfy(id ->
                            assertThat(lab.fact("shop/" + id).getStatusName()).isEqualTo("Новейший"));
        }
    }

    @Test
    void onePassKeepsNoOtherConnectorWaiting() {
        try (var lab = Lab.withSlicesOf(1)) {
            lab.configure(Given.config().build())
                    .configure(Given.config().setConnectorId("shop-2").build());
            orders(lab, 9);
            lab.observe(Given.order("shop-2", 1, Given.NEW, 10)).settle();
            lab.newFacts();

            lab.configure(Given.config().setRevenue("total * 2").build())
                    .configure(Given.config()
                            .setConnectorId("shop-2")
                            .setRevenue("1")
                            .build());
            lab.tick().tick();

            assertThat(lab.newFacts()).extracting(each -> Lab.text(each.key())).contains("shop-2/1");
        }
    }

    @Test
    void countsExactly() {
        try (var lab = Lab.open()) {
            orders(lab, 6);
            lab.observe(Given.order(7, 999, 10))
                    .observe(Given.order(8, Given.PAID, 10))
                    .observe(Given.gone(8, 20));
            lab.configure(Given.config().build()).settle();
            assertThat(counters(lab.lastStatus(), "orders", "in_funnel", "unmapped", "deleted", "waiting"))
                    .containsExactly(7L, 7L, 1L, 1L, 0L);

            lab.configure(Given.config()
                            .setFilter(Given.only("location", "0"))
                            .setStages(
                                    List.of(new StageSettings("all", "Всё", Marker.INITIAL, List.of(Given.NEW, 999L))))
                            .build())
                    .settle();

            assertThat(counters(lab.lastStatus(), "orders", "in_funnel", "unmapped", "filtered_out"))
                    .containsExactly(7L, 2L, 0L, 5L);
            assertThat(lab.table()).hasSize(2);
            assertThat(lab.read(Topics.REJECTS)).isEmpty();
        }
    }

    private static List<Long> counters(ConnectorStatus status, String... names) {
        Map<String, Long> counters = status.getCounters();
        return List.of(names).stream().map(counters::get).toList();
    }

    private static void orders(Lab lab, int count) {
        for (int id = 1; id <= count; id++) {
            lab.observe(Given.order(id, Given.NEW, 10));
        }
    }
}
