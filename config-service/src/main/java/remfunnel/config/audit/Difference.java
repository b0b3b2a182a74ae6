package remfunnel.config.audit;

import java.util.Optional;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;

/**
 * A cell whose record is not what it should be.
 *
 * @param is what funnel.totals says; empty where it has no record
 * @param shouldBe what facts and transitions add up to; empty where they add nothing
 */
public record Difference(Cell cell, Optional<Total> is, Optional<Total> shouldBe) {
    /** By how much the record is wrong: this stays the same while orders go on changing both sides. */
    Total by() {
        return is.orElse(Total.NONE).plus(shouldBe.orElse(Total.NONE).negated());
    }
}
