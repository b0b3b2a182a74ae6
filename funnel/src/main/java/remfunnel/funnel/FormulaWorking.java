package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import remfunnel.funnel.expression.Working;

/**
 * How an amount of one order came about.
 *
 * @param name revenue or cost
 * @param text of the formula
 * @param fields that the formula reads, with the order's values
 * @param coefficients that the formula reads, with the values of the day the order was created
 */
public record FormulaWorking(
        String name, String text, List<FieldValue> fields, List<CoefficientValue> coefficients, Working working) {
    public FormulaWorking {
        fields = List.copyOf(fields);
        coefficients = List.copyOf(coefficients);
    }

    /** Empty where the order has no value. */
    public record FieldValue(String field, Optional<BigDecimal> value) {}

    /** Empty before the first day that the coefficient has a value for. */
    public record CoefficientValue(String name, Optional<BigDecimal> value, Optional<LocalDate> validFrom) {}
}
