package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.Optional;
import remfunnel.funnel.Text;

/** What a formula gives for one order. */
public sealed interface Outcome {
    String MISSING_VALUE = "MISSING_VALUE";
    String DIVISION_BY_ZERO = "DIVISION_BY_ZERO";
    String OVERFLOW = "OVERFLOW";

    /** Rounded half up to {@link Formula#SCALE} places, at most {@link Formula#PRECISION} digits. */
    record Amount(BigDecimal value) implements Outcome {}

    /** No amount, and why; the field or coefficient is named where one is to blame. */
    record NoAmount(String code, Optional<String> field, Text message) implements Outcome {}
}
