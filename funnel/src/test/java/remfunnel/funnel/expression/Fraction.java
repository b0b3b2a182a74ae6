package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Exact arithmetic of another kind, to compare with: no result of it is ever rounded. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    static Fraction of(BigDecimal value) {
        return new Fraction(
                value.movePointRight(Math.max(0, value.scale())).toBigIntegerExact(),
                BigInteger.TEN.pow(Math.max(0, value.scale())));
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction dividedBy(Fraction other) {
        BigInteger sign = BigInteger.valueOf(other.over.signum());
        return new Fraction(over.multiply(other.under).multiply(sign), under.multiply(other.over.abs()));
    }

    Fraction negative() {
        return new Fraction(over.negate(), under);
    }

    /** Half up, away from zero, by whole numbers alone. */
    Fraction rounded(int places) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(places));
        BigInteger scaledOver = places < 0 ? over : over.multiply(power);
        BigInteger scaledUnder = places < 0 ? under.multiply(power) : under;
        BigInteger two = BigInteger.TWO;
        BigInteger units = scaledOver.abs().multiply(two).add(scaledUnder).divide(scaledUnder.multiply(two));
        BigInteger signed = units.multiply(BigInteger.valueOf(over.signum()));
        return places < 0 ? new Fraction(signed.multiply(power), BigInteger.ONE) : new Fraction(signed, power);
    }

    BigDecimal toAmount() {
        Fraction amount = rounded(4);
        return new BigDecimal(amount.over).divide(new BigDecimal(amount.under)).setScale(4, RoundingMode.UNNECESSARY);
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
