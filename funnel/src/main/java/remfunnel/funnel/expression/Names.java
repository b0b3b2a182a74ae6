package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import remfunnel.funnel.Text;

/** Finds out what the names of a formula mean, and remembers which were used. */
final class Names {
    /** Stands where a part could not be understood; the problem told keeps the whole from being evaluated. */
    static final Node.Term STAND_IN = new Node.Constant(BigDecimal.ZERO);

    private final Scope scope;
    private final Problems problems;
    private final SequencedSet<String> fields = new LinkedHashSet<>();
    private final SequencedSet<String> coefficients = new LinkedHashSet<>();
    private final Set<String> toldUnknown = new HashSet<>();

    Names(Scope scope, Problems problems) {
        this.scope = scope;
        this.problems = problems;
    }

    SequencedSet<String> fields() {
        return Collections.unmodifiableSequencedSet(fields);
    }

    SequencedSet<String> coefficients() {
        return Collections.unmodifiableSequencedSet(coefficients);
    }

    Node.Term named(Token token) {
        String name = normal(token.text());
        Optional<String> field = scope.fieldNamed(name);
        if (field.isPresent() || scope.whyNotNumeric(name).isPresent()) {
            return field(field.orElse(name), token);
        }
        if (scope.isCoefficient(name)) {
            coefficients.add(name);
            return new Node.Coefficient(name);
        }
        return unknown(ProblemCode.UNKNOWN_NAME, token, hint(name));
    }

    Node.Term titled(Token token) {
        String title = normal(token.text());
        Optional<String> field = scope.fieldTitled(title);
        return field.isPresent()
                ? field(field.get(), token)
                : unknown(ProblemCode.UNKNOWN_TITLE, token, near(title, scope.suggestions()));
    }

    Optional<Function> function(Token token) {
        Optional<Function> function = Function.named(token.text());
        if (function.isEmpty()) {
            unknown(ProblemCode.UNKNOWN_FUNCTION, token, near(token.text(), Function.names()));
        }
        return function;
    }

    private Node.Term field(String name, Token token) {
        Optional<Text> why = scope.whyNotNumeric(name);
        if (why.isPresent()) {
            problems.add(ProblemCode.NOT_NUMERIC, token, why.get());
            return STAND_IN;
        }
        fields.add(name);
        return new Node.Field(name);
    }

    private Node.Term unknown(ProblemCode code, Token token, Text hint) {
        if (toldUnknown.add(code + token.text())) {
            problems.add(code, token, Problems.quoted(token.text()), hint);
        }
        return STAND_IN;
    }

    private Text hint(String name) {
        if (scope.fieldTitled(name).isPresent()) {
            return Text.of(
                    " A title stands in brackets: [" + name + "].", " Название пишется в скобках: [" + name + "].");
        }
        return Function.named(name).isPresent()
                ? Text.of(" A function is called: " + name + "(…).", " Функция вызывается так: " + name + "(…).")
                : near(name, scope.suggestions());
    }

    private Text near(String name, Collection<String> known) {
        return problems.areEnough() ? Text.of("", "") : Suggestions.after(name, List.copyOf(known));
    }

    /** One spelling for letters that a Mac takes apart, such as й, and for every kind of space. */
    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
    }
}
