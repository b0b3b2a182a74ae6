package remfunnel.funnel;

import java.math.BigDecimal;
import java.util.Optional;

/** Decimals as an order holds them: exact, without trailing zeros, of a size that arithmetic cannot choke on. */
final class Decimals {
    private static final int LONGEST_LITERAL = 64;
    private static final int DIGITS = 40;

    private Decimals() {}

    /** The value of a literal such as {@code 650.00000}, {@code 0E+3} or {@code -12}. */
    static Optional<BigDecimal> parse(String literal) {
        var text = literal.strip();
        if (text.isEmpty() || text.length() > LONGEST_LITERAL || !startsAsNumber(text.charAt(0))) {
            return Optional.empty();
        }
        try {
            return bounded(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Empty when it has more than 40 digits before or after the point: no shop's money. */
    static Optional<BigDecimal> bounded(BigDecimal value) {
        if (value.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        var stripped = value.stripTrailingZeros();
        long before = (long) stripped.precision() - stripped.scale();
        if (before > DIGITS || stripped.scale() > DIGITS) {
            return Optional.empty();
        }
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    /** Most texts are no numbers: they should not cost an exception. */
    private static boolean startsAsNumber(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }
}
