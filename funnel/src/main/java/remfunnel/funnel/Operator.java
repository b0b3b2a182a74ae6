package remfunnel.funnel;

/** How a condition compares an order's value with its own. */
public enum Operator {
    EQUALS,
    NOT_EQUALS,
    CONTAINS,
    GREATER,
    LESS,
    BETWEEN,
    IS_EMPTY
}
