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
 * @param inDoubt how many cells no reading found right, and no two wrong by the same
 * @param doubts the first of them
 */
public record TotalsReport(
        String connector,
        @JsonProperty("as-of") Instant asOf,
        long orders,
        long transitions,
        @JsonProperty("transitions-without-fact") long transitionsWithoutFact,
        long cells,
        long differing,
        List<Row> differences,
        @JsonProperty("in-doubt") long inDoubt,
        List<DoubtRow> doubts) {
    private static final int MOST_SHOWN = 200;
    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::day).thenComparing(cell -> place(cell)).thenComparing(Cell::stageId);

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
            return new Row(cell.day().toString(), place(cell), cell.stageId(), amounts);
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

    /**
     * A cell of which nothing certain can be said.
     *
     * @param offBy what its record had too much, or too little, in each reading; amounts that were right are left out
     */
    public record DoubtRow(
            String day,
            String location,
            String stage,
            @JsonProperty("off-by") List<Map<String, String>> offBy) {
        private static DoubtRow of(Doubt doubt) {
            Cell cell = doubt.cell();
            return new DoubtRow(
                    cell.day().toString(),
                    place(cell),
                    cell.stageId(),
                    doubt.by().stream().map(DoubtRow::amounts).toList());
        }

        private static Map<String, String> amounts(Total by) {
            Map<String, String> amounts = Row.amounts(Optional.of(by));
            amounts.values().removeIf(value -> new BigDecimal(value).signum() == 0);
            return amounts;
        }
    }

    private static String place(Cell cell) {
        return cell.location().map(String::valueOf).orElse("-");
    }

    static TotalsReport of(String connector, Instant asOf, AuditedConnector audited) {
        CountedConnector last = audited.last();
        List<Difference> wrong = audited.wrong();
        List<Doubt> doubts = audited.inDoubt();
        return new TotalsReport(
                connector,
                asOf,
                last.orders(),
                last.transitions(),
                audited.transitionsWithoutFact(),
                last.cells(),
                wrong.size(),
                wrong.stream()
                        .sorted(Comparator.comparing(Difference::cell, ORDER))
                        .limit(MOST_SHOWN)
                        .map(Row::of)
                        .toList(),
                doubts.size(),
                doubts.stream()
                        .sorted(Comparator.comparing(Doubt::cell, ORDER))
                        .limit(MOST_SHOWN)
                        .map(DoubtRow::of)
                        .toList());
    }
}
