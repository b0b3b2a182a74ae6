package remfunnel.funnel;

import java.util.List;
import java.util.Optional;

/** The formulas as they were written. */
public record CalculationDraft(Optional<String> revenue, Optional<String> cost, List<CoefficientDraft> coefficients) {
    public CalculationDraft {
        coefficients = List.copyOf(coefficients);
    }

    /** No amounts. */
    public static CalculationDraft none() {
        return new CalculationDraft(Optional.empty(), Optional.empty(), List.of());
    }
}
