package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import remfunnel.funnel.Text;
import remfunnel.funnel.expression.Node.Comparator;
import remfunnel.funnel.expression.Node.Condition;
import remfunnel.funnel.expression.Node.Sign;
import remfunnel.funnel.expression.Node.Term;

/** Reads tokens by recursive descent: a method for each level of precedence, the loosest first. */
final class Parser {
    private static final Map<String, Comparator> COMPARATORS = Map.of(
            "<", Comparator.LESS,
            "<=", Comparator.AT_MOST,
            ">", Comparator.GREATER,
            ">=", Comparator.AT_LEAST,
            "=", Comparator.EQUAL,
            "==", Comparator.EQUAL,
            "!=", Comparator.UNEQUAL,
            "<>", Comparator.UNEQUAL);

    private static final Condition STAND_IN = new Node.Comparison(Comparator.EQUAL, Names.STAND_IN, Names.STAND_IN);

    private final Tokens tokens;
    private final Names names;
    private final Calls calls;
    private int depth;

    Parser(Tokens tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
        this.calls = new Calls(tokens, this);
    }

    Term formula() {
        Term term = term(this::anything);
        if (tokens.current().kind() != Token.Kind.END) {
            tokens.refuse(Text.of("one of + - * / or the end", "один из + - * / или конец"));
        }
        return term;
    }

    /** An argument or what stands in parentheses: an amount or a condition, as it comes. */
    Node anything() {
        int start = tokens.index();
        Node left = conjunction();
        while (tokens.takeWord("or")) {
            left = new Node.Either(asCondition(left, start), condition(this::conjunction));
        }
        return left;
    }

    Term term(Supplier<Node> rule) {
        int start = tokens.index();
        return asTerm(rule.get(), start);
    }

    Condition condition(Supplier<Node> rule) {
        int start = tokens.index();
        return asCondition(rule.get(), start);
    }

    private Node conjunction() {
        int start = tokens.index();
        Node left = negation();
        while (tokens.takeWord("and")) {
            left = new Node.Both(asCondition(left, start), condition(this::negation));
        }
        return left;
    }

    private Node negation() {
        return tokens.takeWord("not") ? new Node.Not(condition(() -> nested(this::negation))) : comparison();
    }

    private Node comparison() {
        int start = tokens.index();
        Node left = sum();
        Optional<Comparator> comparator = Optional.ofNullable(COMPARATORS.get(symbol()));
        if (comparator.isEmpty()) {
            return left;
        }
        tokens.next();
        return new Node.Comparison(comparator.get(), asTerm(left, start), term(this::sum));
    }

    private Node sum() {
        int start = tokens.index();
        Node left = product();
        while (symbol().equals("+") || symbol().equals("-")) {
            Sign sign = tokens.next().is("+") ? Sign.PLUS : Sign.MINUS;
            left = new Node.Arithmetic(sign, asTerm(left, start), term(this::product));
        }
        return left;
    }

    private Node product() {
        int start = tokens.index();
        Node left = factor();
        while (symbol().equals("*") || symbol().equals("/")) {
            Sign sign = tokens.next().is("*") ? Sign.TIMES : Sign.DIVIDE;
            left = new Node.Arithmetic(sign, asTerm(left, start), term(this::factor));
        }
        return left;
    }

    private Node factor() {
        return tokens.take("-") ? new Node.Negative(term(() -> nested(this::factor))) : primary();
    }

    private Node primary() {
        Token token = tokens.current();
        if (tokens.opensCall()) {
            return nested(calls::call);
        }
        return switch (token.kind()) {
            case NUMBER -> new Node.Constant(new BigDecimal(tokens.next().text()));
            case TITLE -> names.titled(tokens.next());
            case NAME -> token.isReserved() ? nothing() : names.named(tokens.next());
            case SYMBOL -> token.is("(") ? nested(this::parenthesized) : nothing();
            case REFUSED, END -> nothing();
        };
    }

    private Node parenthesized() {
        Token opening = tokens.next();
        Node inside = anything();
        close(opening);
        return inside;
    }

    void close(Token opening) {
        if (tokens.current().kind() == Token.Kind.END) {
            tokens.refuse(ProblemCode.UNCLOSED_PARENTHESIS, opening);
            tokens.giveUp();
        } else if (!tokens.take(")")) {
            tokens.refuse(Text.of("one of + - * / or )", "один из + - * / или )"));
        }
    }

    Names names() {
        return names;
    }

    private Node nothing() {
        tokens.refuse(Text.of(
                "a number, a field, a coefficient, a function or (", "число, поле, коэффициент, функция или ("));
        return Names.STAND_IN;
    }

    private Node nested(Supplier<Node> rule) {
        if (depth == Limits.DEPTH) {
            tokens.refuse(ProblemCode.TOO_DEEP, tokens.current(), Limits.DEPTH);
            tokens.giveUp();
            return Names.STAND_IN;
        }
        depth++;
        Node node = rule.get();
        depth--;
        return node;
    }

    private Term asTerm(Node node, int start) {
        if (node instanceof Term term) {
            return term;
        }
        tokens.refusePart(ProblemCode.COMPARISON_OUTSIDE_IF, start);
        return Names.STAND_IN;
    }

    private Condition asCondition(Node node, int start) {
        if (node instanceof Condition condition) {
            return condition;
        }
        tokens.refusePart(ProblemCode.CONDITION_EXPECTED, start);
        return STAND_IN;
    }

    private String symbol() {
        Token token = tokens.current();
        return token.kind() == Token.Kind.SYMBOL ? token.text() : "";
    }
}
