package remfunnel.benchmarks.harness;

import java.util.Locale;

/** What a figure should be. */
public record Goal(Bound bound, double value) {
    /** On which side of the value is right. */
    public enum Bound {
        AT_LEAST,
        AT_MOST
    }

    public static Goal atLeast(double value) {
        return new Goal(Bound.AT_LEAST, value);
    }

    public static Goal atMost(double value) {
        return new Goal(Bound.AT_MOST, value);
    }

    public boolean isMetBy(double figure) {
        return bound == Bound.AT_LEAST ? figure >= value : figure <= value;
    }

    @Override
    public String toString() {
        var number = value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.2f", value);
        return (bound == Bound.AT_LEAST ? ">= " : "<= ") + number;
    }
}
