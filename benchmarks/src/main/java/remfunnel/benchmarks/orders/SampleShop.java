package remfunnel.benchmarks.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** The funnel that is measured with: a filter that drops a tenth, four stages, two formulas, three dimensions. */
public final class SampleShop {
    private static final List<String> LOCATIONS = List.of("120001", "120002", "120003");
    private static final String WARRANTY = "130003";

    private SampleShop() {}

    public static FunnelConfig config(String connector) {
        return config(connector, stages(List.of(900102L, 900103L), List.of(900104L, 900105L)));
    }

    /** Orders that wait for parts stand in another stage. */
    public static FunnelConfig regrouped(String connector) {
        return config(connector, stages(List.of(900102L), List.of(900103L, 900104L, 900105L)));
    }

    private static FunnelConfig config(String connector, List<StageSettings> stages) {
        return FunnelConfig.newBuilder()
                .setConnectorId(connector)
                .setTitle("Мастерская на Тверской")
                .setSource(SourceSettings.newBuilder().setApi(ApiVersion.V1).build())
                .setTimeZone("Europe/Moscow")
                .setCurrency("RUB")
                .setFilter(filter())
                .setStages(stages)
                .setUnmapped(UnmappedPolicy.KEEP)
                .setRevenue("total")
                .setCost("parts_cost + total * acquiring")
                .setCoefficients(List.of(acquiring()))
                .setDimensions(List.of("manager", "ad_campaign", "brand"))
                .setUpdatedAt(Instant.parse("2026-11-01T00:00:00Z"))
                .setUpdatedBy("bench")
                .build();
    }

    private static FilterSettings filter() {
        return new FilterSettings(
                FilterMatch.ALL,
                List.of(
                        new FilterCondition(
                                ConditionAction.INCLUDE, "location", ConditionOperator.EQUALS, List.copyOf(LOCATIONS)),
                        new FilterCondition(
                                ConditionAction.EXCLUDE, "order_type", ConditionOperator.EQUALS, List.of(WARRANTY))));
    }

    private static List<StageSettings> stages(List<Long> work, List<Long> ready) {
        return List.of(
                new StageSettings("inquiry", "Обращения", Marker.INITIAL, List.of(900101L)),
                new StageSettings("work", "В работе", Marker.IN_PROGRESS, work),
                new StageSettings("ready", "Готов", Marker.IN_PROGRESS, ready),
                new StageSettings("paid", "Оплачен", Marker.SUCCESS, List.of(900106L)),
                new StageSettings("lost", "Некачественные", Marker.FAILURE, List.of(900107L)));
    }

    private static CoefficientSettings acquiring() {
        return new CoefficientSettings(
                "acquiring",
                List.of(
                        new CoefficientValue(LocalDate.of(2024, 1, 1), "0.021"),
                        new CoefficientValue(LocalDate.of(2025, 7, 1), "0.024")));
    }
}
