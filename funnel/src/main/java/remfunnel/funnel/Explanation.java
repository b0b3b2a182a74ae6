package remfunnel.funnel;

import java.util.List;

/**
 * Why a funnel says what it says of one order.
 *
 * @param judgement what it says
 * @param match how the INCLUDE conditions go together
 * @param verdicts what each condition says, those that the judgement did not need among them
 * @param against the indexes of the conditions that keep the order out; empty when it passes
 * @param stage of the order's status, whether or not the order counts
 * @param formulas how the amounts of an order that counts came about
 */
public record Explanation(
        Judgement judgement,
        Match match,
        List<Verdict> verdicts,
        List<Integer> against,
        Stage stage,
        List<FormulaWorking> formulas) {
    public Explanation {
        verdicts = List.copyOf(verdicts);
        against = List.copyOf(against);
        formulas = List.copyOf(formulas);
    }
}
