package remfunnel.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.funnel.Explanation;
import remfunnel.funnel.FormulaWorking;
import remfunnel.funnel.Judgement;
import remfunnel.funnel.Text;
import remfunnel.funnel.expression.Outcome;

/**
 * What a draft says of one order.
 *
 * @param counts whether it would be in the funnel; without that there are no formulas
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Trial(boolean counts, List<Formula> formulas) {
    record Formula(String name, Optional<String> amount, Optional<Text> problem, List<Value> values) {
        static Formula of(FormulaWorking working) {
            var outcome = working.working().outcome();
            var values = Stream.concat(
                    working.fields().stream().map(each -> new Value(each.field(), plain(each.value()))),
                    working.coefficients().stream().map(each -> new Value(each.name(), plain(each.value()))));
            return new Formula(
                    working.name(),
                    outcome instanceof Outcome.Amount(var value)
                            ? Optional.of(value.toPlainString())
                            : Optional.empty(),
                    outcome instanceof Outcome.NoAmount none ? Optional.of(none.message()) : Optional.empty(),
                    values.toList());
        }
    }

    record Value(String name, Optional<String> value) {}

    static Trial of(Explanation explanation) {
        return new Trial(
                explanation.judgement() instanceof Judgement.Passed,
                explanation.formulas().stream().map(Formula::of).toList());
    }

    private static Optional<String> plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString);
    }
}
