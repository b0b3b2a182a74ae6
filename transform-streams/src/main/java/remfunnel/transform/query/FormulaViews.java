package remfunnel.transform.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import remfunnel.funnel.FormulaWorking;
import remfunnel.funnel.expression.Outcome;
import remfunnel.funnel.expression.Working;
import remfunnel.transform.query.ExplainView.FormulaView;
import remfunnel.transform.query.ExplainView.ProblemView;
import remfunnel.transform.query.ExplainView.StepView;
import remfunnel.transform.query.ExplainView.ValueView;

/** Shows how amounts came about. */
final class FormulaViews {
    private FormulaViews() {}

    static FormulaView of(FormulaWorking formula) {
        var outcome = formula.working().outcome();
        return new FormulaView(
                formula.name(),
                formula.text(),
                formula.fields().stream()
                        .map(each -> new ValueView(each.field(), plain(each.value()), Optional.empty()))
                        .toList(),
                formula.coefficients().stream()
                        .map(each -> new ValueView(
                                each.name(),
                                plain(each.value()),
                                each.validFrom().map(LocalDate::toString)))
                        .toList(),
                formula.working().steps().stream().map(FormulaViews::of).toList(),
                outcome instanceof Outcome.Amount(var value) ? Optional.of(value.toPlainString()) : Optional.empty(),
                outcome instanceof Outcome.NoAmount none ? Optional.of(of(none)) : Optional.empty());
    }

    private static StepView of(Working.Step step) {
        return new StepView(step.part(), step.value(), step.why().map(FormulaViews::of));
    }

    private static ProblemView of(Outcome.NoAmount none) {
        return new ProblemView(none.code(), none.field(), none.message());
    }

    private static Optional<String> plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString);
    }
}
