package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import remfunnel.funnel.expression.Outcome;

/** Order 60000001: created in Moscow on 2026-01-01, total 6650, brand Acme. */
class ExplanationTest {
    private static final Order ORDER = Samples.order(Api.V1, Samples.v1Closed());

    @ParameterizedTest
    @EnumSource(Api.class)
    void comesToTheJudgement(Api api) {
        var funnel = Drafts.compiled(Drafts.shop());

        Samples.all(api).stream().map(payload -> Samples.order(api, payload)).forEach(order -> {
            var explanation = funnel.explain(order, new ShopNames());

            assertThat(explanation.judgement()).isEqualTo(funnel.judge(order, new ShopNames()));
            assertThat(amount(explanation, 0)).isEqualTo(passed(explanation).revenue());
            assertThat(amount(explanation, 1)).isEqualTo(passed(explanation).cost());
        });
    }

    @Test
    void namesTheDayThatACoefficientIsValidFrom() {
        var explanation = Drafts.compiled(Drafts.shop()).explain(ORDER, Names.none());

        var cost = explanation.formulas().get(1);

        assertThat(cost.name()).isEqualTo("cost");
        assertThat(cost.fields()).extracting(FormulaWorking.FieldValue::field).containsExactly("parts_cost", "total");
        assertThat(cost.coefficients())
                .containsExactly(new FormulaWorking.CoefficientValue(
                        "acquiring", Optional.of(new BigDecimal("0.021")), Optional.of(LocalDate.parse("2024-01-01"))));
    }

    @ParameterizedTest
    @CsvSource({"ALL,TF,1", "ALL,Fx,'0,1'", "ANY,TF,''", "ANY,FF,'0,1'", "ANY,TFx,2", "ALL,T,''", "ANY,'',''"})
    void namesTheConditionsThatKeepAnOrderOut(Match match, String conditions, String against) {
        var filter = new FilterDraft(
                match, conditions.chars().mapToObj(ExplanationTest::condition).toList());

        var explanation = Drafts.compiled(Drafts.with(filter)).explain(ORDER, Names.none());

        assertThat(explanation.against()).extracting(String::valueOf).isEqualTo(split(against));
        assertThat(explanation.judgement() instanceof Judgement.Passed).isEqualTo(against.isEmpty());
        assertThat(explanation.verdicts()).hasSize(conditions.length());
    }

    @Test
    void knowsTheStageOfAnOrderThatIsFilteredOut() {
        var filter = new FilterDraft(Match.ALL, List.of(condition('F')));

        var explanation = Drafts.compiled(Drafts.with(filter)).explain(ORDER, Names.none());

        assertThat(explanation.stage().id()).isEqualTo("paid");
        assertThat(explanation.formulas()).isEmpty();
    }

    private static Optional<BigDecimal> amount(Explanation explanation, int formula) {
        return explanation.formulas().get(formula).working().outcome() instanceof Outcome.Amount(var value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Judgement.Passed passed(Explanation explanation) {
        return (Judgement.Passed) explanation.judgement();
    }

    private static List<String> split(String indexes) {
        return indexes.isEmpty() ? List.of() : List.of(indexes.split(",", -1));
    }

    /** T includes what it matches, F what it does not; x excludes what it matches. */
    private static ConditionDraft condition(int letter) {
        var action = letter == 'x' ? Action.EXCLUDE : Action.INCLUDE;
        return new ConditionDraft(action, "brand", Operator.EQUALS, List.of(letter == 'F' ? "Other" : "Acme"));
    }
}
