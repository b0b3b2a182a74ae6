package remfunnel.funnel;

import java.util.List;

/** A filter as it was written. */
public record FilterDraft(Match match, List<ConditionDraft> conditions) {
    public FilterDraft {
        conditions = List.copyOf(conditions);
    }

    /** Every order passes. */
    public static FilterDraft none() {
        return new FilterDraft(Match.ALL, List.of());
    }
}
