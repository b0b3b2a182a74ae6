package remfunnel.funnel.expression;

import java.util.List;
import remfunnel.funnel.Text;
import remfunnel.funnel.expression.Token.Kind;

/** Where the parser stands. After the first mistake of grammar it stands at the end, and is silent about what follows from it. */
final class Tokens {
    private final List<Token> tokens;
    private final Problems problems;
    private final Names names;
    private int index;
    private boolean lost;

    Tokens(List<Token> tokens, Problems problems, Names names) {
        this.tokens = tokens;
        this.problems = problems;
        this.names = names;
    }

    int index() {
        return index;
    }

    Token current() {
        return tokens.get(index);
    }

    Token next() {
        Token token = current();
        if (token.kind() != Kind.END) {
            index++;
        }
        return token;
    }

    boolean take(String symbol) {
        boolean taken = current().is(symbol);
        if (taken) {
            next();
        }
        return taken;
    }

    boolean takeWord(String word) {
        boolean taken = current().isWord(word);
        if (taken) {
            next();
        }
        return taken;
    }

    /** Whether the current name is called as a function; {@code not (} is no call. */
    boolean opensCall() {
        return current().kind() == Kind.NAME
                && !current().isReserved()
                && tokens.get(index + 1).is("(");
    }

    /** A mistake of grammar at the current token. */
    void refuse(Text expected) {
        Token token = current();
        if (!lost && token.kind() != Kind.REFUSED) {
            Text found = token.kind() == Kind.END ? Text.of("the end", "конец") : quoted(token);
            problems.add(ProblemCode.SYNTAX, token, found, expected);
        }
        giveUp();
    }

    /** A problem of a whole part, from the token with this index to the one before the current. */
    void refusePart(ProblemCode code, int from, Object... arguments) {
        if (!lost && index > from) {
            int position = tokens.get(from).position();
            problems.add(code, position, tokens.get(index - 1).end() - position, arguments);
        }
    }

    void refuse(ProblemCode code, Token token, Object... arguments) {
        if (!lost) {
            problems.add(code, token, arguments);
        }
    }

    /** The rest is read for its names alone, so that all unknown ones are told at once. */
    void giveUp() {
        lost = true;
        while (current().kind() != Kind.END) {
            resolve();
        }
    }

    private void resolve() {
        boolean call = opensCall();
        Token token = next();
        if (call) {
            names.function(token);
        } else if (token.kind() == Kind.TITLE) {
            names.titled(token);
        } else if (token.kind() == Kind.NAME && !token.isReserved()) {
            names.named(token);
        }
    }

    private static Text quoted(Token token) {
        String text = Problems.quoted(token.kind() == Kind.TITLE ? "[" + token.text() + "]" : token.text());
        return Text.of("“" + text + "”", "«" + text + "»");
    }
}
