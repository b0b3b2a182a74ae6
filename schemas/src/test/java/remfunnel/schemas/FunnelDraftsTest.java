package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.CoefficientSettings;
import remfunnel.CoefficientValue;
import remfunnel.ConditionAction;
import remfunnel.ConditionOperator;
import remfunnel.FilterCondition;
import remfunnel.FilterMatch;
import remfunnel.FilterSettings;
import remfunnel.FunnelConfig;
import remfunnel.Marker;
import remfunnel.SourceSettings;
import remfunnel.StageSettings;
import remfunnel.UnmappedPolicy;
import remfunnel.funnel.Action;
import remfunnel.funnel.Api;
import remfunnel.funnel.CalculationDraft;
import remfunnel.funnel.CoefficientDraft;
import remfunnel.funnel.ConditionDraft;
import remfunnel.funnel.DatedValue;
import remfunnel.funnel.FilterDraft;
import remfunnel.funnel.FunnelDraft;
import remfunnel.funnel.Match;
import remfunnel.funnel.Operator;
import remfunnel.funnel.SourceDraft;
import remfunnel.funnel.StageDraft;
import remfunnel.funnel.Unmapped;

class FunnelDraftsTest {

    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final LocalDate JULY = LocalDate.parse("2025-07-01");

    private static final FunnelConfig RECORD = FunnelConfig.newBuilder()
            .setConnectorId("tver")
            .setTitle("Tver")
            .setEnabled(false)
            .setSource(new SourceSettings(ApiVersion.V2, "https://api.roapp.io", 5000L, FROM))
            .setTimeZone("Europe/Moscow")
            .setCurrency("RUB")
            .setFilter(new FilterSettings(
                    FilterMatch.ANY,
                    List.of(new FilterCondition(
                            ConditionAction.EXCLUDE, "location", ConditionOperator.BETWEEN, List.of("1", "2")))))
            .setStages(List.of(new StageSettings("paid", "Paid", Marker.SUCCESS, List.of(7L))))
            .setUnmapped(UnmappedPolicy.DROP)
            .setRevenue("total")
            .setCost("total * k")
            .setCoefficients(List.of(new CoefficientSettings("k", List.of(new CoefficientValue(JULY, "0.024")))))
            .setDimensions(List.of("brand"))
            .setUpdatedAt(FROM)
            .setUpdatedBy("me")
            .build();

    private static final FunnelDraft DRAFT = new FunnelDraft(
            "tver",
            "Tver",
            false,
            new SourceDraft(Api.V2, Optional.of("https://api.roapp.io"), Duration.ofSeconds(5), Optional.of(FROM)),
            "Europe/Moscow",
            "RUB",
            new FilterDraft(
                    Match.ANY,
                    List.of(new ConditionDraft(Action.EXCLUDE, "location", Operator.BETWEEN, List.of("1", "2")))),
            List.of(new StageDraft("paid", "Paid", Optional.of(remfunnel.funnel.Marker.SUCCESS), List.of(7L))),
            Unmapped.DROP,
            new CalculationDraft(
                    Optional.of("total"),
                    Optional.of("total * k"),
                    List.of(new CoefficientDraft("k", List.of(new DatedValue(JULY, "0.024"))))),
            List.of("brand"));

    @Test
    void carriesEveryFieldOver() {
        assertThat(FunnelDrafts.of(RECORD)).isEqualTo(DRAFT);
    }
}
