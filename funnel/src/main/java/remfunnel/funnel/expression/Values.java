package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.Optional;

/** What the fields and coefficients are worth for one order; empty where a value is missing. */
public interface Values {
    Optional<BigDecimal> field(String name);

    Optional<BigDecimal> coefficient(String name);
}
