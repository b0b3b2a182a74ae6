package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import remfunnel.funnel.Text;
import remfunnel.funnel.expression.Result.Failed;
import remfunnel.funnel.expression.Result.Known;

/** Exact arithmetic within {@link Limits#DIGITS}: sums, differences and products are exact, a quotient has 34 digits. */
final class Decimals {
    /** 14 digits more than an amount has, so that a rounded quotient does not show in it. */
    private static final MathContext QUOTIENT = MathContext.DECIMAL128;

    private static final Text TOO_LARGE =
            Text.of("The amount has more than 16 digits before the point.", "В сумме больше 16 цифр до точки.");

    private Decimals() {}

    static Result<BigDecimal> apply(Node.Sign sign, BigDecimal left, BigDecimal right) {
        return bounded(
                switch (sign) {
                    case PLUS -> left.add(right);
                    case MINUS -> left.subtract(right);
                    case TIMES -> left.multiply(right);
                    case DIVIDE -> left.divide(right, QUOTIENT);
                });
    }

    static Result<BigDecimal> rounded(BigDecimal value, int places) {
        return bounded(value.setScale(places, RoundingMode.HALF_UP));
    }

    static Result<BigDecimal> bounded(BigDecimal value) {
        return isBounded(value) ? known(value) : new Failed<>(overflow(Optional.empty(), tooManyDigits("")));
    }

    /** A value from outside, which may be of any size. */
    static Result<BigDecimal> bounded(BigDecimal value, String name) {
        return isBounded(value) ? known(value) : new Failed<>(overflow(Optional.of(name), tooManyDigits(" " + name)));
    }

    /** The one rounding of an amount, at the end. */
    static Outcome amount(BigDecimal value) {
        BigDecimal amount = value.setScale(Formula.SCALE, RoundingMode.HALF_UP);
        return amount.precision() <= Formula.PRECISION
                ? new Outcome.Amount(amount)
                : overflow(Optional.empty(), TOO_LARGE);
    }

    private static boolean isBounded(BigDecimal value) {
        return (Math.abs((long) value.scale()) <= Limits.DIGITS && value.precision() <= Limits.DIGITS)
                || value.signum() == 0;
    }

    /** A zero of any exponent is a plain zero, so that it never takes part as anything else. */
    private static Result<BigDecimal> known(BigDecimal value) {
        return new Known<>(value.signum() == 0 ? BigDecimal.ZERO : value);
    }

    private static Outcome.NoAmount overflow(Optional<String> name, Text message) {
        return new Outcome.NoAmount(Outcome.OVERFLOW, name, message);
    }

    private static Text tooManyDigits(String name) {
        return Text.of(
                "The value" + name + " on the way has more than " + Limits.DIGITS + " digits.",
                "Значение" + name + " по ходу вычисления длиннее " + Limits.DIGITS + " цифр.");
    }
}
