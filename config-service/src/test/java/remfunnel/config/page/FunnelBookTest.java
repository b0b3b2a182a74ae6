package remfunnel.config.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.Precision;
import remfunnel.config.Facts;

class FunnelBookTest {
    private static final Slice ALL = new Slice(Optional.empty(), Optional.empty(), Set.of());

    private final FunnelBook book = new FunnelBook();

    private void total(String day, Optional<Long> location, String stage, long orders) {
        FunnelTotal total = FunnelTotal.newBuilder()
                .setConnectorId("shop")
                .setDay(LocalDate.parse(day))
                .setLocationId(location.orElse(null))
                .setStageId(stage)
                .setOrders(orders)
                .setEntered(orders + 1)
                .setRevenue(new BigDecimal(orders * 10).setScale(4))
                .setCost(new BigDecimal("1.0000"))
                .setWithoutRevenue(0)
                .setWithoutCost(0)
                .build();
        book.total("shop/" + day + "/" + location.map(String::valueOf).orElse("-") + "/" + stage, Optional.of(total));
    }

    @Test
    void addsTotalsUpByStageLocationAndMonth() {
        total("2024-01-31", Optional.of(7L), "new", 2);
        total("2024-02-01", Optional.of(7L), "new", 3);
        total("2024-02-01", Optional.empty(), "paid", 4);

        FunnelSums sums = book.sums("shop", ALL, new Way(Map.of("new", List.of("new", "paid"))));

        assertThat(sums.stages().get("new").orders()).isEqualTo(5);
        assertThat(sums.stages().get("new").reached()).hasValue(9);
        assertThat(sums.months().get("2024-01").get("new").reached()).hasValue(2);
        assertThat(sums.locations().get("7").get("new").reached()).hasValue(5);
        assertThat(sums.through()).containsOnlyKeys("new");
        assertThat(sums.stages().get("new").revenue()).isEqualByComparingTo("50");
        assertThat(sums.locations()).containsOnlyKeys("7", "-");
        assertThat(sums.months().get("2024-02").get("paid").entered()).isEqualTo(5);
        assertThat(sums.ofMonths().get("2024-02").orders()).isEqualTo(7);
        assertThat(sums.ofLocations().get("7").margin()).isEqualByComparingTo("48");
    }

    @Test
    void countsOnlyTheDaysAndLocationsAskedFor() {
        total("2024-01-31", Optional.of(7L), "new", 2);
        total("2024-02-01", Optional.of(7L), "new", 3);
        total("2024-02-01", Optional.empty(), "new", 4);

        var slice = new Slice(Optional.of(LocalDate.parse("2024-02-01")), Optional.empty(), Set.of("7"));

        assertThat(book.sums("shop", slice, Way.NONE).stages().get("new").orders())
                .isEqualTo(3);
    }

    @Test
    void pagesThroughTheOrdersOfAStage() {
        LongStream.rangeClosed(1, 60).forEach(id -> book.fact("shop/" + id, Optional.of(Facts.of("shop", id))));

        var second = book.orders("shop", FunnelBook.in(ALL, ZoneOffset.UTC), 1);

        assertThat(second.count()).isEqualTo(60);
        assertThat(second.orders()).hasSize(10).last().extracting(Row::id).isEqualTo(1L);
    }

    @Test
    void showsAnOrderAsItsFactHasIt() {
        FunnelFact fact = Facts.of("shop", 7);
        FunnelFact bare = bare(8);

        Row row = shown(fact);
        Row bareRow = shown(bare);

        assertThat(row.number()).hasValue(fact.getOrderNumber());
        assertThat(row.status()).isEqualTo(fact.getStatusId());
        assertThat(row.location()).isEqualTo(Optional.ofNullable(fact.getLocationId()));
        assertThat(row.revenue()).contains(new BigDecimal("100.0000"));
        assertThat(row.created()).isEqualTo(fact.getCreatedAt());
        assertThat(row.entered()).isEqualTo(fact.getEnteredBy());
        assertThat(bareRow.number()).isEmpty();
        assertThat(bareRow.location()).isEmpty();
        assertThat(bareRow.revenue()).isEmpty();
        assertThat(bareRow.cost()).contains(new BigDecimal("-9999999999999999.9999"));
    }

    private static FunnelFact bare(long order) {
        return FunnelFact.newBuilder()
                .setConnectorId("shop")
                .setOrderId(order)
                .setStatusId(1)
                .setStageId("new")
                .setStageTitle("New")
                .setStagePosition(0)
                .setCost(new BigDecimal("-9999999999999999.9999"))
                .setCurrency("RUB")
                .setCreatedAt(Instant.EPOCH)
                .setModifiedAt(Instant.EPOCH)
                .setEnteredBy(Instant.EPOCH)
                .setEnteredPrecision(Precision.EXACT)
                .setDimensions(Map.of())
                .setIssues(List.of())
                .build();
    }

    private Row shown(FunnelFact fact) {
        book.fact("shop/" + fact.getOrderId(), Optional.of(fact));
        return book.orders("shop", row -> row.id() == fact.getOrderId(), 0)
                .orders()
                .getFirst();
    }

    @Test
    void isKnownByAnotherTagThanTheBookOfAnotherInstance() {
        FunnelBook other = new FunnelBook();

        assertThat(book.version("shop")).isEqualTo(other.version("shop"));
        assertThat(book.tag("shop", 3)).isNotEqualTo(other.tag("shop", 3));
        assertThat(book.tag("shop", 3)).isNotEqualTo(book.tag("shop", 4));
    }

    @Test
    void saysThatNotAllWasReadUntilItWas() {
        total("2024-02-01", Optional.of(7L), "new", 3);
        String before = book.tag("shop", 3);
        assertThat(book.sums("shop", ALL, Way.NONE).complete()).isFalse();
        assertThat(book.orders("shop", FunnelBook.in(ALL, ZoneOffset.UTC), 0).complete())
                .isFalse();

        book.completed();

        assertThat(book.sums("shop", ALL, Way.NONE).complete()).isTrue();
        assertThat(book.orders("shop", FunnelBook.in(ALL, ZoneOffset.UTC), 0).complete())
                .isTrue();
        assertThat(book.tag("shop", 3)).isNotEqualTo(before);
    }

    @Test
    void forgetsWhatATombstoneTakesAway() {
        book.fact("shop/1", Optional.of(Facts.of("shop", 1)));
        long before = book.version("shop");

        book.fact("shop/1", Optional.empty());

        assertThat(book.statuses("shop")).isEmpty();
        assertThat(book.version("shop")).isGreaterThan(before);
    }
}
