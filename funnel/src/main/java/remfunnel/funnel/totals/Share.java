package remfunnel.funnel.totals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import remfunnel.funnel.compact.CompactReader;
import remfunnel.funnel.compact.CompactWriter;

/**
 * What one order in the funnel contributes to the totals, beside the stages it entered.
 *
 * @param day of its creation in the connector's time zone
 * @param location id; empty where it has none
 */
public record Share(LocalDate day, Optional<Long> location, Optional<BigDecimal> revenue, Optional<BigDecimal> cost) {
    private static final int VERSION = 1;
    private static final int ABSENT = 0;
    private static final int PRESENT = 1;

    /**
     * What it adds to each cell.
     *
     * @param stage that it is in
     * @param entered every stage it was ever in, the present one among them
     */
    public Map<Cell, Total> cells(String stage, Set<String> entered) {
        Map<Cell, Total> cells = new HashMap<>();
        entered.forEach(each -> cells.put(cell(each), Total.ENTERED));
        cells.merge(cell(stage), standing(), Total::plus);
        return cells;
    }

    private Cell cell(String stage) {
        return new Cell(day, location, stage);
    }

    private Total standing() {
        return new Total(
                1,
                0,
                revenue.orElse(BigDecimal.ZERO),
                cost.orElse(BigDecimal.ZERO),
                revenue.isPresent() ? 0 : 1,
                cost.isPresent() ? 0 : 1);
    }

    public byte[] encode() {
        var out = new CompactWriter().octet(VERSION).integer(day.toEpochDay());
        location.ifPresentOrElse(id -> out.octet(PRESENT).integer(id), () -> out.octet(ABSENT));
        amount(out, revenue);
        amount(out, cost);
        return out.toBytes();
    }

    private static void amount(CompactWriter out, Optional<BigDecimal> amount) {
        amount.ifPresentOrElse(value -> out.octet(PRESENT).decimal(value), () -> out.octet(ABSENT));
    }

    public static Share decode(byte[] bytes) {
        var in = new CompactReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("a share of version " + version + "; this release reads " + VERSION);
        }
        var day = LocalDate.ofEpochDay(in.integer());
        var location = in.octet() == PRESENT ? Optional.of(in.integer()) : Optional.<Long>empty();
        return new Share(day, location, amount(in), amount(in));
    }

    private static Optional<BigDecimal> amount(CompactReader in) {
        return in.octet() == PRESENT ? Optional.of(in.decimal()) : Optional.empty();
    }
}
