package remfunnel.config.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.FunnelTotal;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;

class RecountTest {
    private static final String DAY = "2024-01-02";
    private final Recount recount = new Recount(ZoneId.of("Europe/Moscow"));

    private static Cell cell(String day, String stage) {
        return new Cell(LocalDate.parse(day), Optional.empty(), stage);
    }

    @Test
    void agreesWhenEachCellIsTheSumOfItsOrders() {
        recount.fact(Shop.fact("shop", 1, "won").build());
        recount.transition(Shop.transition("shop", 1, 0, "won"));
        recount.total(Shop.total("shop", DAY, "won", 1));

        CountedConnector counted = recount.counted();

        assertThat(counted.agrees()).isTrue();
        assertThat(counted)
                .extracting(CountedConnector::orders, CountedConnector::cells)
                .containsExactly(1L, 1L);
    }

    @Test
    void countsAnOrderOnceInEachStageItEverEntered() {
        recount.fact(Shop.fact("shop", 1, "won").build());
        recount.transition(Shop.transition("shop", 1, 0, "inquiry"));
        recount.transition(Shop.transition("shop", 1, 1, "won"));
        recount.transition(Shop.transition("shop", 1, 2, "inquiry"));
        recount.transition(Shop.transition("shop", 1, 3, "won"));
        recount.total(Shop.total("shop", DAY, "won", 1));
        recount.total(FunnelTotal.newBuilder(Shop.total("shop", DAY, "inquiry", 0))
                .setEntered(1)
                .build());

        assertThat(recount.counted().differences()).isEmpty();
    }

    @Test
    void countsADayInTheConnectorsZoneAndOrdersWithoutAmounts() {
        recount.fact(Shop.fact("shop", 1, "won")
                .setCreatedAt(Instant.parse("2024-01-01T21:00:00Z"))
                .setLocationId(7L)
                .setRevenue(null)
                .build());
        recount.transition(Shop.transition("shop", 1, 0, "won"));
        recount.total(FunnelTotal.newBuilder(Shop.total("shop", DAY, "won", 1))
                .setLocationId(7L)
                .setRevenue(Shop.total("shop", DAY, "won", 0).getRevenue())
                .setWithoutRevenue(1)
                .build());

        assertThat(recount.counted().differences()).isEmpty();
    }

    @Test
    void findsWhatIsMissingWrongOrTooMuch() {
        recount.fact(Shop.fact("shop", 1, "won").build());
        recount.fact(Shop.fact("shop", 2, "lost").build());
        recount.transition(Shop.transition("shop", 1, 0, "won"));
        recount.transition(Shop.transition("shop", 2, 0, "lost"));
        recount.total(Shop.total("shop", DAY, "won", 3));
        recount.total(Shop.total("shop", DAY, "inquiry", 0));

        CountedConnector counted = recount.counted();

        assertThat(counted.differences()).containsOnlyKeys(cell(DAY, "won"), cell(DAY, "lost"), cell(DAY, "inquiry"));
        assertThat(counted.differences().get(cell(DAY, "won")).by().orders()).isEqualTo(2);
        assertThat(counted.differences().get(cell(DAY, "lost")).is()).isEmpty();
        assertThat(counted.differences().get(cell(DAY, "inquiry")))
                .isEqualTo(new Difference(cell(DAY, "inquiry"), Optional.of(Total.NONE), Optional.empty()));
    }

    @Test
    void findsTransitionsOfOrdersWithoutAFact() {
        recount.transition(Shop.transition("shop", 1, 0, "won"));

        assertThat(recount.counted().agrees()).isFalse();
    }
}
