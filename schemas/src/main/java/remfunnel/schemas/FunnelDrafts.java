package remfunnel.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import remfunnel.CoefficientSettings;
import remfunnel.FilterCondition;
import remfunnel.FilterSettings;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.StageSettings;
import remfunnel.funnel.Action;
import remfunnel.funnel.Api;
import remfunnel.funnel.CalculationDraft;
import remfunnel.funnel.CoefficientDraft;
import remfunnel.funnel.ConditionDraft;
import remfunnel.funnel.DatedValue;
import remfunnel.funnel.FilterDraft;
import remfunnel.funnel.FunnelDraft;
import remfunnel.funnel.Marker;
import remfunnel.funnel.Match;
import remfunnel.funnel.Operator;
import remfunnel.funnel.SourceDraft;
import remfunnel.funnel.StageDraft;
import remfunnel.funnel.Unmapped;

/** Reads a configuration's record as the draft that the funnel's compiler judges: the same for every service. */
public final class FunnelDrafts {

    private FunnelDrafts() {}

    /** The draft that the record holds; nothing of it is checked here. */
    public static FunnelDraft of(FunnelConfig config) {
        return new FunnelDraft(
                config.getConnectorId(),
                config.getTitle(),
                config.getEnabled(),
                source(config.getSource()),
                config.getTimeZone(),
                config.getCurrency(),
                filter(config.getFilter()),
                config.getStages().stream().map(FunnelDrafts::stage).toList(),
                Unmapped.valueOf(config.getUnmapped().name()),
                calculation(config),
                config.getDimensions());
    }

    private static SourceDraft source(SourceSettings source) {
        return new SourceDraft(
                Api.valueOf(source.getApi().name()),
                Optional.ofNullable(source.getBaseUrl()),
                Duration.ofMillis(source.getPollIntervalMs()),
                Optional.ofNullable(source.getHistoryFrom()));
    }

    private static FilterDraft filter(FilterSettings filter) {
        return new FilterDraft(
                Match.valueOf(filter.getMatch().name()),
                filter.getConditions().stream().map(FunnelDrafts::condition).toList());
    }

    private static ConditionDraft condition(FilterCondition condition) {
        return new ConditionDraft(
                Action.valueOf(condition.getAction().name()),
                condition.getField(),
                Operator.valueOf(condition.getOperator().name()),
                condition.getValues());
    }

    private static StageDraft stage(StageSettings stage) {
        return new StageDraft(
                stage.getId(),
                stage.getTitle(),
                Optional.ofNullable(stage.getMarker()).map(marker -> Marker.valueOf(marker.name())),
                stage.getStatusIds());
    }

    private static CalculationDraft calculation(FunnelConfig config) {
        List<CoefficientDraft> coefficients =
                config.getCoefficients().stream().map(FunnelDrafts::coefficient).toList();
        return new CalculationDraft(
                Optional.ofNullable(config.getRevenue()), Optional.ofNullable(config.getCost()), coefficients);
    }

    private static CoefficientDraft coefficient(CoefficientSettings coefficient) {
        return new CoefficientDraft(
                coefficient.getName(),
                coefficient.getValues().stream()
                        .map(value -> new DatedValue(value.getValidFrom(), value.getValue()))
                        .toList());
    }
}
