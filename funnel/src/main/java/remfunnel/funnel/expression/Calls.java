package remfunnel.funnel.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import remfunnel.funnel.expression.Node.Condition;
import remfunnel.funnel.expression.Node.Term;

/** Reads a call: the function's name, its arguments, and whether they fit it. */
final class Calls {
    private static final int FEWEST_PLACES = -4;

    private static final int MOST_PLACES = 10;

    private final Tokens tokens;
    private final Parser parser;

    Calls(Tokens tokens, Parser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    Node call() {
        int start = tokens.index();
        Token name = tokens.next();
        Optional<Function> function = parser.names().function(name);
        if (function.isEmpty()) {
            return unknown();
        }
        return function.get() == Function.IF ? choice(start, name) : plain(function.get(), start, name);
    }

    /** Its arguments are read for their own problems. */
    private Node unknown() {
        Token opening = tokens.next();
        if (!tokens.current().is(")")) {
            do {
                parser.anything();
            } while (tokens.take(","));
        }
        parser.close(opening);
        return Names.STAND_IN;
    }

    private Node choice(int start, Token name) {
        Token opening = tokens.next();
        Condition condition = parser.condition(parser::anything);
        List<Term> amounts = tokens.take(",") ? terms() : List.of();
        parser.close(opening);
        return fits(Function.IF, start, name, 1 + amounts.size())
                ? new Node.Choice(condition, amounts.getFirst(), amounts.getLast())
                : Names.STAND_IN;
    }

    private Node plain(Function function, int start, Token name) {
        Token opening = tokens.next();
        List<Term> terms = tokens.current().is(")") ? List.of() : terms();
        parser.close(opening);
        if (!fits(function, start, name, terms.size())) {
            return Names.STAND_IN;
        }
        return switch (function) {
            case MIN -> new Node.Least(terms);
            case MAX -> new Node.Greatest(terms);
            case ABS -> new Node.Absolute(terms.getFirst());
            case ROUND -> rounded(terms, start);
            case COALESCE, IF -> new Node.FirstKnown(terms);
        };
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        do {
            terms.add(parser.term(parser::anything));
        } while (tokens.take(","));
        return List.copyOf(terms);
    }

    private boolean fits(Function function, int start, Token name, int arguments) {
        if (!function.takes(arguments)) {
            tokens.refusePart(ProblemCode.ARGUMENTS, start, name.text(), function.arguments(), arguments);
        }
        return function.takes(arguments);
    }

    private Node rounded(List<Term> terms, int start) {
        OptionalInt places = terms.size() == 1 ? OptionalInt.of(0) : places(terms.getLast());
        if (places.isEmpty()) {
            tokens.refusePart(ProblemCode.ROUND_PLACES, start, FEWEST_PLACES, MOST_PLACES);
        }
        return new Node.Rounded(terms.getFirst(), places.orElse(0));
    }

    private static OptionalInt places(Term term) {
        return switch (term) {
            case Node.Constant(var value)
            when value.scale() <= 0 && value.precision() <= 2 && value.intValue() <= MOST_PLACES ->
                OptionalInt.of(value.intValue());
            case Node.Negative(Node.Constant(var value))
            when value.scale() <= 0 && value.precision() == 1 && -value.intValue() >= FEWEST_PLACES ->
                OptionalInt.of(-value.intValue());
            default -> OptionalInt.empty();
        };
    }
}
