package remfunnel.funnel.expression;

/** What keeps reading and evaluating within a known time and memory, whatever is written. */
final class Limits {
    /** Chars of a formula. */
    static final int LENGTH = 2_000;

    /** Names, numbers and signs of a formula. */
    static final int TOKENS = 500;

    /** Parentheses, function calls and signs within each other. */
    static final int DEPTH = 64;

    /** Digits of a constant. */
    static final int CONSTANT_DIGITS = 30;

    /** Digits of a value or an intermediate result, and how far they may stand from the decimal point. */
    static final int DIGITS = 300;

    /** Problems told at once. */
    static final int PROBLEMS = 20;

    private Limits() {}
}
