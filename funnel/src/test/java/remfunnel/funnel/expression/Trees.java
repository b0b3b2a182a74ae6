package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import remfunnel.funnel.expression.Node.Condition;
import remfunnel.funnel.expression.Node.Sign;
import remfunnel.funnel.expression.Node.Term;

/** Random formulas as trees. */
final class Trees {
    private static final int DEPTH = 3;

    private final List<Sign> signs;

    Trees(Sign... signs) {
        this.signs = List.of(signs);
    }

    Arbitrary<Term> terms() {
        return terms(DEPTH);
    }

    static Arbitrary<BigDecimal> decimals() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999"))
                .ofScale(4);
    }

    private Arbitrary<Term> terms(int depth) {
        return depth == 0
                ? leaves()
                : Arbitraries.frequencyOf(List.of(
                        Tuple.of(2, leaves()), Tuple.of(6, arithmetic(depth - 1)), Tuple.of(4, calls(depth - 1))));
    }

    private static Arbitrary<Term> leaves() {
        Arbitrary<Term> fields =
                Arbitraries.of("total", "cost", "parts_cost", "paid").map(Node.Field::new);
        Arbitrary<Term> coefficients =
                Arbitraries.of("acquiring", "налог", "later").map(Node.Coefficient::new);
        Arbitrary<Term> constants = decimals().map(Node.Constant::new);
        return Arbitraries.oneOf(fields, coefficients, constants);
    }

    private Arbitrary<Term> arithmetic(int depth) {
        return Combinators.combine(Arbitraries.of(signs), terms(depth), terms(depth))
                .as(Node.Arithmetic::new);
    }

    private Arbitrary<Term> calls(int depth) {
        Arbitrary<Term> one = terms(depth);
        Arbitrary<List<Term>> many = one.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                one.map(Node.Negative::new),
                one.map(Node.Absolute::new),
                Combinators.combine(one, Arbitraries.integers().between(-4, 10)).as(Node.Rounded::new),
                many.map(Node.Least::new),
                many.map(Node.Greatest::new),
                many.map(Node.FirstKnown::new),
                Combinators.combine(conditions(depth), one, one).as(Node.Choice::new));
    }

    private Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> comparisons = Combinators.combine(
                        Arbitraries.of(Node.Comparator.class), terms(depth), terms(depth))
                .as(Node.Comparison::new);
        if (depth == 0) {
            return comparisons;
        }
        Arbitrary<Condition> inner = conditions(depth - 1);
        return Arbitraries.oneOf(
                comparisons,
                inner.map(Node.Not::new),
                Combinators.combine(inner, inner).as(Node.Both::new),
                Combinators.combine(inner, inner).as(Node.Either::new));
    }
}
