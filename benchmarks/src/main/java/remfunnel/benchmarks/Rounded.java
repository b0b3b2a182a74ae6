package remfunnel.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Three digits: more would only show noise. */
final class Rounded {
    private static final MathContext DIGITS = new MathContext(3);

    private Rounded() {}

    static BigDecimal of(double value) {
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    static String text(double value) {
        var rounded = of(value);
        return rounded.abs().compareTo(BigDecimal.valueOf(10_000)) < 0
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%,d", rounded.longValue());
    }
}
