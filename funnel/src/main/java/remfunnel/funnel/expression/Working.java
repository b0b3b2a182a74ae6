package remfunnel.funnel.expression;

import java.util.List;
import java.util.Optional;

/**
 * How a formula came to its outcome for one order.
 *
 * @param steps in the order they were worked out; a part that was not needed is not among them
 */
public record Working(Outcome outcome, List<Step> steps) {
    public Working {
        steps = List.copyOf(steps);
    }

    /**
     * A part of the formula that is more than a name or a number.
     *
     * @param part as a formula writes it
     * @param value a decimal that is not rounded yet, or true or false; empty where there is none
     * @param why there is no value
     */
    public record Step(String part, Optional<String> value, Optional<Outcome.NoAmount> why) {}
}
