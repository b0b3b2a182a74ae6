package remfunnel.funnel;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Drafts to start from: the funnel of one repair shop, changed in one place by each test. */
final class Drafts {
    static final SourceDraft SOURCE =
            new SourceDraft(Api.V1, Optional.of("https://api.remonline.app"), Duration.ofSeconds(30), Optional.empty());

    static final List<StageDraft> STAGES = List.of(
            stage("inquiry", Marker.INITIAL, 900101L),
            stage("work", Marker.IN_PROGRESS, 900102L, 900103L, 900104L),
            stage("paid", Marker.SUCCESS, 900106L),
            stage("lost", Marker.FAILURE, 900107L));

    static final CalculationDraft CALCULATION = new CalculationDraft(
            Optional.of("total"),
            Optional.of("parts_cost + total * acquiring"),
            List.of(new CoefficientDraft(
                    "acquiring",
                    List.of(
                            new DatedValue(LocalDate.parse("2024-01-01"), "0.021"),
                            new DatedValue(LocalDate.parse("2026-01-02"), "0.024")))));

    private Drafts() {}

    static FunnelDraft shop() {
        return draft(FilterDraft.none(), STAGES, CALCULATION, List.of("manager", "ad_campaign", "brand"));
    }

    static FunnelDraft with(FilterDraft filter) {
        return draft(filter, STAGES, CALCULATION, List.of());
    }

    static FunnelDraft withStages(StageDraft... stages) {
        return draft(FilterDraft.none(), List.of(stages), CALCULATION, List.of());
    }

    static FunnelDraft with(CalculationDraft calculation) {
        return draft(FilterDraft.none(), STAGES, calculation, List.of());
    }

    static FunnelDraft withDimensions(String... dimensions) {
        return draft(FilterDraft.none(), STAGES, CalculationDraft.none(), List.of(dimensions));
    }

    static FunnelDraft with(SourceDraft source) {
        return new FunnelDraft(
                "tver-repair",
                "Мастерская на Тверской",
                true,
                source,
                "Europe/Moscow",
                "RUB",
                FilterDraft.none(),
                STAGES,
                Unmapped.KEEP,
                CALCULATION,
                List.of());
    }

    static FunnelDraft named(String connectorId, String title, String timeZone, String currency) {
        return new FunnelDraft(
                connectorId,
                title,
                true,
                SOURCE,
                timeZone,
                currency,
                FilterDraft.none(),
                STAGES,
                Unmapped.DROP,
                CALCULATION,
                List.of());
    }

    static FilterDraft including(String field, Operator operator, String... values) {
        return new FilterDraft(
                Match.ALL, List.of(new ConditionDraft(Action.INCLUDE, field, operator, List.of(values))));
    }

    static StageDraft stage(String id, Marker marker, Long... statusIds) {
        return new StageDraft(id, "Stage " + id, Optional.ofNullable(marker), List.of(statusIds));
    }

    static Funnel compiled(FunnelDraft draft) {
        var compilation = new FunnelCompiler(Vocabulary.standard()).compile(draft);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.funnel();
        }
        throw new AssertionError(compilation);
    }

    private static FunnelDraft draft(
            FilterDraft filter, List<StageDraft> stages, CalculationDraft calculation, List<String> dimensions) {
        return new FunnelDraft(
                "tver-repair",
                "Мастерская на Тверской",
                true,
                SOURCE,
                "Europe/Moscow",
                "RUB",
                filter,
                stages,
                Unmapped.KEEP,
                calculation,
                dimensions);
    }
}
