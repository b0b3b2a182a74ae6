package remfunnel.funnel.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import remfunnel.funnel.expression.Node.Condition;
import remfunnel.funnel.expression.Node.Term;
import remfunnel.funnel.expression.Result.Failed;
import remfunnel.funnel.expression.Result.Known;

/** An evaluation that notes what each part of the formula came to. */
final class ToldEvaluation extends Evaluation {
    private static final int LONGEST_PART = 200;

    private final List<Working.Step> steps = new ArrayList<>();

    ToldEvaluation(Values values) {
        super(values);
    }

    List<Working.Step> steps() {
        return steps;
    }

    @Override
    Result<BigDecimal> of(Term term) {
        var result = super.of(term);
        boolean tellsItself =
                term instanceof Node.Constant || term instanceof Node.Field || term instanceof Node.Coefficient;
        if (!tellsItself) {
            note(Printer.print(term), result, BigDecimal::toPlainString);
        }
        return result;
    }

    @Override
    Result<Boolean> holds(Condition condition) {
        var result = super.holds(condition);
        note(Printer.print(condition), result, yes -> Boolean.toString(yes));
        return result;
    }

    private <T> void note(String part, Result<T> result, Function<T, String> text) {
        var shown = part.length() <= LONGEST_PART ? part : part.substring(0, LONGEST_PART) + "…";
        steps.add(
                switch (result) {
                    case Known<T>(T value) -> new Working.Step(shown, Optional.of(text.apply(value)), Optional.empty());
                    case Failed<T>(Outcome.NoAmount why) -> new Working.Step(shown, Optional.empty(), Optional.of(why));
                });
    }
}
