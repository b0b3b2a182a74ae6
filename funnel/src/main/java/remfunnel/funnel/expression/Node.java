package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.List;

/** A part of a formula as it was understood. */
sealed interface Node {
    /** What gives a number. */
    sealed interface Term extends Node {}

    /** What holds or not. */
    sealed interface Condition extends Node {}

    record Constant(BigDecimal value) implements Term {}

    record Field(String name) implements Term {}

    record Coefficient(String name) implements Term {}

    record Negative(Term of) implements Term {}

    record Arithmetic(Sign sign, Term left, Term right) implements Term {}

    record Absolute(Term of) implements Term {}

    record Rounded(Term of, int places) implements Term {}

    record Least(List<Term> terms) implements Term {}

    record Greatest(List<Term> terms) implements Term {}

    record FirstKnown(List<Term> terms) implements Term {}

    record Choice(Condition condition, Term then, Term otherwise) implements Term {}

    record Comparison(Comparator comparator, Term left, Term right) implements Condition {}

    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    record Not(Condition of) implements Condition {}

    enum Sign {
        PLUS,
        MINUS,
        TIMES,
        DIVIDE
    }

    enum Comparator {
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
        EQUAL,
        UNEQUAL;

        /** Whether it holds of a {@code compareTo}. */
        boolean holds(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
            };
        }
    }
}
