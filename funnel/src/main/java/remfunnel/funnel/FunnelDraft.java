package remfunnel.funnel;

import java.util.List;

/** What an operator wrote, unchecked. {@link FunnelCompiler} makes a funnel of it or says all that is wrong with it. */
public record FunnelDraft(
        String connectorId,
        String title,
        boolean enabled,
        SourceDraft source,
        String timeZone,
        String currency,
        FilterDraft filter,
        List<StageDraft> stages,
        Unmapped unmapped,
        CalculationDraft calculation,
        List<String> dimensions) {
    public FunnelDraft {
        stages = List.copyOf(stages);
        dimensions = List.copyOf(dimensions);
    }
}
