package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedSet;
import remfunnel.funnel.expression.Node.Term;
import remfunnel.funnel.expression.Result.Failed;
import remfunnel.funnel.expression.Result.Known;

/** A formula that was read without a problem. Immutable, so one serves any number of orders and threads. */
public final class Formula {
    /** Digits of an amount, before and after the point. */
    public static final int PRECISION = 20;

    /** Places of an amount, rounded half up once, at the end. */
    public static final int SCALE = 4;

    private final String text;
    private final Term root;
    private final SequencedSet<String> fields;
    private final SequencedSet<String> coefficients;

    private Formula(String text, Term root, Names names) {
        this.text = text;
        this.root = root;
        this.fields = names.fields();
        this.coefficients = names.coefficients();
    }

    /** Reads a text of any kind and size in bounded time: a formula, or all of its problems. */
    public static Reading read(String text, Scope scope) {
        if (text.length() > Limits.LENGTH) {
            return tooLong(text, Limits.LENGTH);
        }
        Problems problems = new Problems();
        List<Token> words = new Lexer(text, problems).tokens();
        if (words.size() == 1) {
            problems.add(ProblemCode.EMPTY, 0, text.length());
            return new Reading.Misread(problems.inOrder());
        }
        return words.size() > Limits.TOKENS
                ? tooLong(text, words.get(Limits.TOKENS).position())
                : read(text, words, scope, problems);
    }

    private static Reading tooLong(String text, int from) {
        Problems problems = new Problems();
        problems.add(ProblemCode.TOO_LONG, from, text.length() - from, Limits.LENGTH, Limits.TOKENS);
        return new Reading.Misread(problems.inOrder());
    }

    private static Reading read(String text, List<Token> words, Scope scope, Problems problems) {
        Names names = new Names(scope, problems);
        Term root = new Parser(new Tokens(words, problems, names), names).formula();
        return problems.none()
                ? new Reading.Read(new Formula(text, root, names))
                : new Reading.Misread(problems.inOrder());
    }

    /** Whether a formula can hold this as a bare name; a coefficient needs a name of this kind. */
    public static boolean isName(String text) {
        Token token = new Token(Token.Kind.NAME, text, 0, text.length());
        return Lexer.isName(text) && !token.isReserved() && Function.named(text).isEmpty();
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Canonical names of the fields it reads, in the order of their first use. */
    public SequencedSet<String> fields() {
        return fields;
    }

    /** Names of the coefficients it reads, in the order of their first use. */
    public SequencedSet<String> coefficients() {
        return coefficients;
    }

    /** Exact in sums, differences and products; a quotient is rounded to 34 digits, half even. */
    public Outcome evaluate(Values values) {
        return outcome(new Evaluation(values));
    }

    /** The same, told part by part. */
    public Working working(Values values) {
        var told = new ToldEvaluation(values);
        var outcome = outcome(told);
        return new Working(outcome, told.steps());
    }

    private Outcome outcome(Evaluation evaluation) {
        return switch (evaluation.of(root)) {
            case Known<BigDecimal>(var value) -> Decimals.amount(value);
            case Failed<BigDecimal>(var why) -> why;
        };
    }

    Term root() {
        return root;
    }

    @Override
    public String toString() {
        return text;
    }
}
