package remfunnel.funnel;

import java.util.List;

/** A coefficient as it was written. */
public record CoefficientDraft(String name, List<DatedValue> values) {
    public CoefficientDraft {
        values = List.copyOf(values);
    }
}
