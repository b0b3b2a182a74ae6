package remfunnel.funnel.expression;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.funnel.expression.Node.Condition;
import remfunnel.funnel.expression.Node.Term;

/** Works a tree without divisions out by fractions; empty where a value is missing. */
record Oracle(Values values) {
    Optional<Fraction> of(Term term) {
        return switch (term) {
            case Node.Constant(var value) -> Optional.of(Fraction.of(value));
            case Node.Field(var name) -> values.field(name).map(Fraction::of);
            case Node.Coefficient(var name) -> values.coefficient(name).map(Fraction::of);
            case Node.Negative(var inner) -> of(inner).map(Fraction::negative);
            case Node.Absolute(var inner) ->
                of(inner).map(value -> value.over().signum() < 0 ? value.negative() : value);
            case Node.Rounded(var inner, var places) -> of(inner).map(value -> value.rounded(places));
            case Node.Arithmetic(var sign, var left, var right) ->
                of(left).flatMap(l -> of(right).map(r -> switch (sign) {
                    case PLUS -> l.plus(r);
                    case MINUS -> l.plus(r.negative());
                    case TIMES -> l.times(r);
                    case DIVIDE -> l.dividedBy(r);
                }));
            case Node.Least(var terms) -> all(terms).flatMap(all -> all.min(Comparator.naturalOrder()));
            case Node.Greatest(var terms) -> all(terms).flatMap(all -> all.max(Comparator.naturalOrder()));
            case Node.FirstKnown(var terms) ->
                terms.stream().map(this::of).flatMap(Optional::stream).findFirst();
            case Node.Choice(var condition, var then, var otherwise) ->
                holds(condition).flatMap(yes -> of(yes ? then : otherwise));
        };
    }

    private Optional<Stream<Fraction>> all(List<Term> terms) {
        List<Optional<Fraction>> results = terms.stream().map(this::of).toList();
        return results.stream().allMatch(Optional::isPresent)
                ? Optional.of(results.stream().map(Optional::orElseThrow))
                : Optional.empty();
    }

    private Optional<Boolean> holds(Condition condition) {
        return switch (condition) {
            case Node.Not(var inner) -> holds(inner).map(yes -> !yes);
            case Node.Both(var left, var right) -> holds(left).flatMap(yes -> yes ? holds(right) : Optional.of(false));
            case Node.Either(var left, var right) -> holds(left).flatMap(yes -> yes ? Optional.of(true) : holds(right));
            case Node.Comparison(var comparator, var left, var right) ->
                of(left).flatMap(l -> of(right).map(r -> compare(comparator, l.compareTo(r))));
        };
    }

    private static boolean compare(Node.Comparator comparator, int order) {
        List<Integer> holding = switch (comparator) {
            case LESS -> List.of(-1);
            case AT_MOST -> List.of(-1, 0);
            case GREATER -> List.of(1);
            case AT_LEAST -> List.of(0, 1);
            case EQUAL -> List.of(0);
            case UNEQUAL -> List.of(-1, 1);
        };
        return holding.contains(Integer.signum(order));
    }
}
