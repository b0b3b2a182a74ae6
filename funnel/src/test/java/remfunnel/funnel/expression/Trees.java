package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import remfunnel.funnel.expression.Node.Condition;
import remfunnel.funnel.expression.Node.Sign;
import remfunnel.funnel.expression.Node.Term;

/** Random formulas as trees. */
record Trees(Random random, List<Sign> signs) {
    private static final int DEPTH = 3;
    private static final int SCALE = 4;
    private static final BigInteger MOST = new BigInteger("999999990000");
    private static final List<BigInteger> EDGES =
            List.of(BigInteger.ZERO, BigInteger.ONE, new BigInteger("5000"), new BigInteger("10000"), MOST);

    Term term() {
        return term(DEPTH);
    }

    /** From 0 to 99999999 with 4 places, every length as often as another, and edges more often than chance has them. */
    static BigDecimal decimal(Random random) {
        var units = random.nextInt(4) == 0 ? oneOf(random, EDGES) : new BigInteger(random.nextInt(40), random);
        return new BigDecimal(units.min(MOST), SCALE);
    }

    static <T> T oneOf(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Term term(int depth) {
        int draw = random.nextInt(12);
        if (depth == 0 || draw < 2) {
            return leaf();
        }
        return draw < 8 ? arithmetic(depth - 1) : call(depth - 1);
    }

    private Term leaf() {
        return switch (random.nextInt(3)) {
            case 0 -> new Node.Field(oneOf(random, List.of("total", "cost", "parts_cost", "paid")));
            case 1 -> new Node.Coefficient(oneOf(random, List.of("acquiring", "налог", "later")));
            default -> new Node.Constant(decimal(random));
        };
    }

    private Term arithmetic(int depth) {
        return new Node.Arithmetic(oneOf(random, signs), term(depth), term(depth));
    }

    private Term call(int depth) {
        return switch (random.nextInt(7)) {
            case 0 -> new Node.Negative(term(depth));
            case 1 -> new Node.Absolute(term(depth));
            case 2 -> new Node.Rounded(term(depth), random.nextInt(-4, 11));
            case 3 -> new Node.Least(terms(depth));
            case 4 -> new Node.Greatest(terms(depth));
            case 5 -> new Node.FirstKnown(terms(depth));
            default -> new Node.Choice(condition(depth), term(depth), term(depth));
        };
    }

    private List<Term> terms(int depth) {
        return Stream.generate(() -> term(depth)).limit(random.nextInt(1, 4)).toList();
    }

    private Condition condition(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> comparison(depth);
            case 1 -> new Node.Not(condition(depth - 1));
            case 2 -> new Node.Both(condition(depth - 1), condition(depth - 1));
            default -> new Node.Either(condition(depth - 1), condition(depth - 1));
        };
    }

    private Condition comparison(int depth) {
        return new Node.Comparison(oneOf(random, List.of(Node.Comparator.values())), term(depth), term(depth));
    }
}
