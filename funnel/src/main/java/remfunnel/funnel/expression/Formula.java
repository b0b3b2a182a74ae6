package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import remfunnel.funnel.Text;

/** A formula that was read without a problem. */
public final class Formula {
    /** Digits of an amount, before and after the point. */
    public static final int PRECISION = 20;

    /** Places of an amount, rounded half up once, at the end. */
    public static final int SCALE = 4;

    private final String text;

    private Formula(String text) {
        this.text = text;
    }

    public static Reading read(String text, Scope scope) {
        if (scope.isCoefficient(text)) {
            return new Reading.Read(new Formula(text));
        }
        return new Reading.Misread(List.of(new ExpressionProblem("SYNTAX", 0, text.length(), Text.of(text, text))));
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Canonical names of the fields it reads, in the order of their first use. */
    public SequencedSet<String> fields() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>());
    }

    /** Names of the coefficients it reads, in the order of their first use. */
    public SequencedSet<String> coefficients() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>());
    }

    public Outcome evaluate(Values values) {
        return values.coefficient(text).<Outcome>map(Outcome.Amount::new).orElse(new Outcome.Amount(BigDecimal.ZERO));
    }
}
