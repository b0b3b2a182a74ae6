package remfunnel.funnel.expression;

import static java.util.stream.Collectors.joining;

import java.util.List;
import remfunnel.funnel.expression.Node.Condition;
import remfunnel.funnel.expression.Node.Term;

/** Writes a formula, or a part of one, with no more parentheses than it needs. */
final class Printer {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int FACTOR = 3;

    private Printer() {}

    static String print(Term term) {
        return print(term, SUM);
    }

    static String print(Condition condition) {
        return print(condition, SUM);
    }

    private static String print(Term term, int level) {
        return switch (term) {
            case Node.Constant(var value) -> value.toPlainString();
            case Node.Field(var name) -> name;
            case Node.Coefficient(var name) -> name;
            case Node.Negative(var inner) -> "-" + print(inner, FACTOR);
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic, level);
            case Node.Absolute(var inner) -> "abs(" + print(inner) + ")";
            case Node.Rounded(var inner, var places) -> "round(" + print(inner) + ", " + places + ")";
            case Node.Least(var terms) -> "min" + list(terms);
            case Node.Greatest(var terms) -> "max" + list(terms);
            case Node.FirstKnown(var terms) -> "coalesce" + list(terms);
            case Node.Choice(var condition, var then, var otherwise) ->
                "if(" + print(condition, SUM) + ", " + print(then) + ", " + print(otherwise) + ")";
        };
    }

    private static String arithmetic(Node.Arithmetic node, int level) {
        return switch (node.sign()) {
            case PLUS -> binary(print(node.left(), SUM) + " + " + print(node.right(), PRODUCT), SUM, level);
            case MINUS -> binary(print(node.left(), SUM) + " - " + print(node.right(), PRODUCT), SUM, level);
            case TIMES -> binary(print(node.left(), PRODUCT) + " * " + print(node.right(), FACTOR), PRODUCT, level);
            case DIVIDE -> binary(print(node.left(), PRODUCT) + " / " + print(node.right(), FACTOR), PRODUCT, level);
        };
    }

    private static String print(Condition condition, int level) {
        return switch (condition) {
            case Node.Either(var left, var right) ->
                binary(print(left, SUM) + " or " + print(right, PRODUCT), SUM, level);
            case Node.Both(var left, var right) ->
                binary(print(left, PRODUCT) + " and " + print(right, FACTOR), PRODUCT, level);
            case Node.Not(var inner) -> "not " + print(inner, FACTOR);
            case Node.Comparison(var comparator, var left, var right) -> print(left) + sign(comparator) + print(right);
        };
    }

    private static String sign(Node.Comparator comparator) {
        return switch (comparator) {
            case LESS -> " < ";
            case AT_MOST -> " <= ";
            case GREATER -> " > ";
            case AT_LEAST -> " >= ";
            case EQUAL -> " = ";
            case UNEQUAL -> " <> ";
        };
    }

    private static String binary(String text, int own, int level) {
        return own < level ? "(" + text + ")" : text;
    }

    private static String list(List<Term> terms) {
        return terms.stream().map(Printer::print).collect(joining(", ", "(", ")"));
    }
}
