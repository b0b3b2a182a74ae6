package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.funnel.expression.Formula;
import remfunnel.funnel.expression.Outcome;
import remfunnel.funnel.expression.Values;

/** The formulas and their coefficients. */
record Calculation(Optional<Formula> revenue, Optional<Formula> cost, Map<String, Coefficient> coefficients) {
    Stream<String> fields() {
        return Stream.of(revenue, cost).flatMap(Optional::stream).flatMap(formula -> formula.fields().stream());
    }

    /** Coefficients are those of the day. An amount that is lacking leaves an issue. */
    Amounts evaluate(OrderView view, LocalDate day, List<Issue> issues) {
        var values = new OrderValues(view, day, coefficients);
        return new Amounts(
                revenue.flatMap(formula -> amount("revenue", formula.evaluate(values), issues)),
                cost.flatMap(formula -> amount("cost", formula.evaluate(values), issues)));
    }

    /** What {@link #evaluate} comes to, told. */
    List<FormulaWorking> workings(OrderView view, LocalDate day) {
        var values = new OrderValues(view, day, coefficients);
        return Stream.of(
                        revenue.map(formula -> working("revenue", formula, values)),
                        cost.map(formula -> working("cost", formula, values)))
                .flatMap(Optional::stream)
                .toList();
    }

    private FormulaWorking working(String name, Formula formula, OrderValues values) {
        var read = formula.fields().stream()
                .map(field -> new FormulaWorking.FieldValue(field, values.field(field)))
                .toList();
        var dated = formula.coefficients().stream()
                .map(each -> coefficient(each, values.day()))
                .toList();
        return new FormulaWorking(name, formula.text(), read, dated, formula.working(values));
    }

    private FormulaWorking.CoefficientValue coefficient(String name, LocalDate day) {
        var entry = Optional.ofNullable(coefficients.get(name)).flatMap(each -> each.entryOn(day));
        return new FormulaWorking.CoefficientValue(name, entry.map(Map.Entry::getValue), entry.map(Map.Entry::getKey));
    }

    private static Optional<BigDecimal> amount(String name, Outcome outcome, List<Issue> issues) {
        return switch (outcome) {
            case Outcome.Amount amount -> Optional.of(amount.value());
            case Outcome.NoAmount none -> {
                issues.add(new Issue(
                        none.code(), none.field(), name + ": " + none.message().en()));
                yield Optional.empty();
            }
        };
    }

    record Amounts(Optional<BigDecimal> revenue, Optional<BigDecimal> cost) {}

    private record OrderValues(OrderView view, LocalDate day, Map<String, Coefficient> coefficients) implements Values {
        @Override
        public Optional<BigDecimal> field(String name) {
            return view.number(name);
        }

        @Override
        public Optional<BigDecimal> coefficient(String name) {
            return Optional.ofNullable(coefficients.get(name)).flatMap(each -> each.on(day));
        }
    }
}
