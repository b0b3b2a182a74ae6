package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import remfunnel.funnel.Text;
import remfunnel.funnel.expression.Node.Condition;
import remfunnel.funnel.expression.Node.Sign;
import remfunnel.funnel.expression.Node.Term;
import remfunnel.funnel.expression.Result.Failed;
import remfunnel.funnel.expression.Result.Known;

/** Works a formula out for the values of one order. */
class Evaluation {
    private final Values values;

    Evaluation(Values values) {
        this.values = values;
    }

    Result<BigDecimal> of(Term term) {
        return switch (term) {
            case Node.Constant(var value) -> new Known<>(value);
            case Node.Field(var name) -> field(name);
            case Node.Coefficient(var name) -> coefficient(name);
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Node.Negative(var inner) -> of(inner).then(value -> new Known<>(value.negate()));
            case Node.Absolute(var inner) -> of(inner).then(value -> new Known<>(value.abs()));
            case Node.Rounded(var inner, var places) -> of(inner).then(value -> Decimals.rounded(value, places));
            case Node.Least(var terms) -> chosen(terms, BigDecimal::min);
            case Node.Greatest(var terms) -> chosen(terms, BigDecimal::max);
            case Node.FirstKnown(var terms) -> firstKnown(terms);
            case Node.Choice(var condition, var then, var otherwise) ->
                holds(condition).then(yes -> of(yes ? then : otherwise));
        };
    }

    Result<Boolean> holds(Condition condition) {
        return switch (condition) {
            case Node.Comparison(var comparator, var left, var right) ->
                of(left).then(l -> of(right).then(r -> new Known<>(comparator.holds(l.compareTo(r)))));
            case Node.Both(var left, var right) -> holds(left).then(yes -> yes ? holds(right) : new Known<>(false));
            case Node.Either(var left, var right) -> holds(left).then(yes -> yes ? new Known<>(true) : holds(right));
            case Node.Not(var inner) -> holds(inner).then(yes -> new Known<>(!yes));
        };
    }

    private Result<BigDecimal> field(String name) {
        return values.field(name)
                .map(value -> Decimals.bounded(value, name))
                .orElseGet(() -> missing(
                        name,
                        Text.of(
                                "The order has no value for " + name + ".",
                                "В заказе нет значения поля " + name + ".")));
    }

    private Result<BigDecimal> coefficient(String name) {
        return values.coefficient(name)
                .map(value -> Decimals.bounded(value, name))
                .orElseGet(() -> missing(
                        name,
                        Text.of(
                                "The coefficient " + name + " has no value on the day the order was created.",
                                "У коэффициента " + name + " нет значения на день создания заказа.")));
    }

    private Result<BigDecimal> arithmetic(Node.Arithmetic node) {
        return of(node.left())
                .then(left -> of(node.right()).then(right -> {
                    boolean byZero = node.sign() == Sign.DIVIDE && right.signum() == 0;
                    return byZero ? divisionByZero(node.right()) : Decimals.apply(node.sign(), left, right);
                }));
    }

    private Result<BigDecimal> chosen(List<Term> terms, BinaryOperator<BigDecimal> better) {
        Result<BigDecimal> best = of(terms.getFirst());
        for (Term term : terms.subList(1, terms.size())) {
            best = best.then(former -> of(term).then(value -> new Known<>(better.apply(former, value))));
        }
        return best;
    }

    /** Only what is missing is passed over; where all is missing, the first is named. */
    private Result<BigDecimal> firstKnown(List<Term> terms) {
        Result<BigDecimal> first = of(terms.getFirst());
        Result<BigDecimal> result = first;
        for (int i = 1; i < terms.size() && isMissing(result); i++) {
            result = of(terms.get(i));
        }
        return isMissing(result) ? first : result;
    }

    private static boolean isMissing(Result<BigDecimal> result) {
        return result instanceof Failed<BigDecimal>(var why) && why.code().equals(Outcome.MISSING_VALUE);
    }

    private static Result<BigDecimal> missing(String name, Text message) {
        return new Failed<>(new Outcome.NoAmount(Outcome.MISSING_VALUE, Optional.of(name), message));
    }

    private static Result<BigDecimal> divisionByZero(Term divisor) {
        Optional<String> name = divisor instanceof Node.Field(var field) ? Optional.of(field) : Optional.empty();
        return new Failed<>(new Outcome.NoAmount(
                Outcome.DIVISION_BY_ZERO, name, Text.of("The formula divides by 0.", "Формула делит на 0.")));
    }
}
