package remfunnel.funnel;

import java.util.Locale;

/** How a condition compares an order's value with its own. */
public enum Operator {
    EQUALS,
    NOT_EQUALS,
    CONTAINS,
    GREATER,
    LESS,
    BETWEEN,
    IS_EMPTY;

    /** As owners write it: {@code is-empty}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
