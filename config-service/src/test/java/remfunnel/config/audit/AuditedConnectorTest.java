package remfunnel.config.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;

/** Readings of a shop with three orders in one stage: each is given by how many its total says. */
class AuditedConnectorTest {
    private static final String DAY = "2024-01-02";
    private static final long ORDERS = 3;
    private static final Cell CELL = new Cell(LocalDate.parse(DAY), Optional.empty(), "won");

    private static CountedConnector reading(long told) {
        var recount = new Recount(ZoneId.of("UTC"));
        for (long order = 0; order < ORDERS; order++) {
            recount.fact(Shop.fact("shop", order, "won").build());
            recount.transition(Shop.transition("shop", order, 0, "won"));
        }
        recount.total(Shop.total("shop", DAY, "won", told));
        return recount.counted();
    }

    private static AuditedConnector audited(long first, long... later) {
        return LongStream.of(later)
                .mapToObj(AuditedConnectorTest::reading)
                .reduce(AuditedConnector.of(reading(first)), AuditedConnector::then, (a, b) -> b);
    }

    private static TotalsReport report(AuditedConnector audited) {
        return TotalsReport.of("shop", Instant.EPOCH, audited);
    }

    @Test
    void anErrorThatGrowsWithEachOrderIsInDoubt() {
        var audited = audited(103, 104, 105, 106, 107);

        assertThat(audited.agrees()).isFalse();
        assertThat(audited.wrong()).isEmpty();
        assertThat(audited.inDoubt())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.cell()).isEqualTo(CELL))
                .satisfies(doubt ->
                        assertThat(doubt.by()).extracting(Total::orders).containsExactly(100L, 101L, 102L, 103L, 104L));
    }

    @Test
    void anErrorThatStaysIsWrongThoughReadingsBetweenCutThroughATransaction() {
        var audited = audited(5, 6, 5, 4, 7);

        assertThat(audited.inDoubt()).isEmpty();
        assertThat(audited.wrong())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.by().orders()).isEqualTo(2));
    }

    @Test
    void aReadingThatFindsACellRightClearsIt() {
        var audited = audited(4, 4, ORDERS, 4);

        assertThat(audited.agrees()).isTrue();
        assertThat(report(audited))
                .extracting(TotalsReport::differing, TotalsReport::inDoubt)
                .containsExactly(0L, 0L);
    }

    @Test
    void oneReadingIsEnoughWhereAllAgrees() {
        assertThat(audited(ORDERS).agrees()).isTrue();
    }

    @Test
    void transitionsWithoutFactAreTheFewestOfAllReadings() {
        var cut = new CountedConnector(0, 2, 2, 0, Map.of());
        var right = new CountedConnector(2, 2, 0, 0, Map.of());

        assertThat(AuditedConnector.of(cut).agrees()).isFalse();
        assertThat(AuditedConnector.of(cut).then(right).then(cut).agrees()).isTrue();
        assertThat(AuditedConnector.metLater(cut).agrees()).isTrue();
    }

    @Test
    void theReportTellsEachReadingOfWhatIsInDoubt() {
        var report = report(audited(5, 4));

        assertThat(report.differing()).isZero();
        assertThat(report.doubts())
                .containsExactly(new TotalsReport.DoubtRow(
                        DAY,
                        "-",
                        "won",
                        List.of(
                                Map.of("orders", "2", "entered", "2", "revenue", "20.0000", "cost", "8.0000"),
                                Map.of("orders", "1", "entered", "1", "revenue", "10.0000", "cost", "4.0000"))));
    }
}
