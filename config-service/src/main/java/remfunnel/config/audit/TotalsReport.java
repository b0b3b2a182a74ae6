package remfunnel.config.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;

/**
 * How the totals of a connector compare.
 *
 * @param cells how many records funnel.totals has of it
 * @param differing how many cells are wrong
 * @param differences the first of them
 */
public record TotalsReport(
        String connector,
        @JsonProperty("as-of") Instant asOf,
        long orders,
        long transitions,
        @JsonProperty("transitions-without-fact") long transitionsWithoutFact,
        long cells,
        long differing,
        List<Row> differences) {
    private static final int MOST_SHOWN = 200;
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::day).thenComparing(Row::location).thenComparing(Row::stage);

    /** A cell that differs: each amount that does, as it is and as it should be. */
    public record Row(String day, String location, String stage, Map<String, Pair> amounts) {
        private static Row of(Difference difference) {
            Cell cell = difference.cell();
            Map<String, String> is = amounts(difference.is());
            Map<String, String> shouldBe = amounts(difference.shouldBe());
            Map<String, Pair> amounts = new LinkedHashMap<>();
            is.forEach((name, value) -> {
                if (!value.equals(shouldBe.get(name))) {
                    amounts.put(name, new Pair(value, shouldBe.get(name)));
                }
            });
            return new Row(
                    cell.day().toString(), cell.location().map(String::valueOf).orElse("-"), cell.stageId(), amounts);
        }

        /** A dash where there is no record, or should be none. */
        private static Map<String, String> amounts(Optional<Total> total) {
            Map<String, String> amounts = new LinkedHashMap<>();
            amounts.put("orders", total.map(it -> Long.toString(it.orders())).orElse("-"));
            amounts.put("entered", total.map(it -> Long.toString(it.entered())).orElse("-"));
            amounts.put("revenue", total.map(it -> money(it.revenue())).orElse("-"));
            amounts.put("cost", total.map(it -> money(it.cost())).orElse("-"));
            amounts.put(
                    "without_revenue",
                    total.map(it -> Long.toString(it.withoutRevenue())).orElse("-"));
            amounts.put(
                    "without_cost",
                    total.map(it -> Long.toString(it.withoutCost())).orElse("-"));
            return amounts;
        }

        private static String money(BigDecimal amount) {
            return amount.setScale(4).toPlainString();
        }
    }

    /** An amount as the record has it, and as facts and transitions make it. */
    public record Pair(String is, @JsonProperty("should-be") String shouldBe) {}

    static TotalsReport of(String connector, Instant asOf, CountedConnector counted) {
        return new TotalsReport(
                connector,
                asOf,
                counted.orders(),
                counted.transitions(),
                counted.transitionsWithoutFact(),
                counted.cells(),
                counted.differences().size(),
                counted.differences().values().stream()
                        .map(Row::of)
                        .sorted(ORDER)
                        .limit(MOST_SHOWN)
                        .toList());
    }
}
