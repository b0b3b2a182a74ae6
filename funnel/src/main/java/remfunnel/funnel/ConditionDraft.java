package remfunnel.funnel;

import java.util.List;

/** A condition as it was written. */
public record ConditionDraft(Action action, String field, Operator operator, List<String> values) {
    public ConditionDraft {
        values = List.copyOf(values);
    }
}
