package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import remfunnel.funnel.expression.Formula;
import remfunnel.funnel.expression.Reading;

/** Checks the formulas and coefficients of a draft. */
final class CalculationCompiler {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,39}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final int MOST_COEFFICIENTS = 50;
    private static final int MOST_VALUES = 1_000;

    private final Vocabulary vocabulary;
    private final Problems problems;

    CalculationCompiler(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    Calculation compile(CalculationDraft draft) {
        var coefficients = coefficients(draft.coefficients());
        var scope = new FormulaScope(vocabulary, coefficients.keySet());
        return new Calculation(
                draft.revenue().flatMap(text -> formula(text, "revenue", scope)),
                draft.cost().flatMap(text -> formula(text, "cost", scope)),
                coefficients);
    }

    private Optional<Formula> formula(String text, String path, FormulaScope scope) {
        return switch (Formula.read(text, scope)) {
            case Reading.Read read -> Optional.of(read.formula());
            case Reading.Misread misread -> {
                misread.problems()
                        .forEach(each -> problems.add(
                                new Problem(each.code(), path, OptionalInt.of(each.position()), each.message())));
                yield Optional.empty();
            }
        };
    }

    /** Those with problems are known by name all the same, so that formulas are not blamed for them. */
    private Map<String, Coefficient> coefficients(List<CoefficientDraft> drafts) {
        var byName = new HashMap<String, Coefficient>();
        if (problems.requireAtMost(MOST_COEFFICIENTS, drafts, "coefficients")) {
            problems.requireDistinct(drafts.stream().map(CoefficientDraft::name).toList(), "coefficients[%d].name");
            for (int i = 0; i < drafts.size(); i++) {
                byName.put(drafts.get(i).name(), coefficient(drafts.get(i), "coefficients[" + i + "]"));
            }
        }
        return Map.copyOf(byName);
    }

    private Coefficient coefficient(CoefficientDraft draft, String path) {
        checkName(draft.name(), path + ".name");
        var values = new TreeMap<LocalDate, BigDecimal>();
        if (problems.requireAtMost(MOST_VALUES, draft.values(), path + ".values")) {
            problems.require(
                    !draft.values().isEmpty(),
                    path + ".values",
                    "NO_VALUES",
                    Text.of(
                            "a coefficient has at least one dated value",
                            "у коэффициента есть хотя бы одно значение с датой"));
            var days = new ArrayList<LocalDate>();
            for (int i = 0; i < draft.values().size(); i++) {
                var value = draft.values().get(i);
                days.add(value.validFrom());
                decimal(value.value(), path + ".values[" + i + "].value")
                        .ifPresent(decimal -> values.put(value.validFrom(), decimal));
            }
            problems.requireDistinct(days, path + ".values[%d].valid_from");
        }
        return new Coefficient(draft.name(), values);
    }

    private void checkName(String name, String path) {
        boolean wellFormed = problems.require(
                NAME.matcher(name).matches(),
                path,
                "BAD_NAME",
                Text.of(
                        "a coefficient's name has 1 to 40 letters, digits and _, and does not start with a digit",
                        "имя коэффициента — от 1 до 40 букв, цифр и _, первая не цифра"));
        problems.require(
                !wellFormed || (vocabulary.named(name).isEmpty() && Formula.isName(name)),
                path,
                "NAME_TAKEN",
                Text.of(
                        "'" + name + "' is the name of a field, a function, or one of and, or, not: choose another",
                        "«" + name + "» — имя поля, функции или одно из слов and, or, not: выберите другое"));
    }

    private Optional<BigDecimal> decimal(String value, String path) {
        boolean fits = problems.require(
                DECIMAL.matcher(value).matches(),
                path,
                "BAD_DECIMAL",
                Text.of(
                        "'" + value + "' is no decimal such as 0.021: digits, a point, digits",
                        "«" + value + "» — не десятичное число вида 0.021: цифры, точка, цифры"));
        return fits ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }
}
