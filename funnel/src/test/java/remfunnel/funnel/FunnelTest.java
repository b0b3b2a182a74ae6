package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FunnelTest {
    private static final Order CLOSED = Samples.order(Api.V1, Samples.v1Closed());

    @Test
    void judgesTheSampleOrderToTheKopeck() {
        var judgement = Drafts.compiled(Drafts.shop()).judge(CLOSED, new ShopNames());

        assertThat(judgement)
                .isEqualTo(new Judgement.Passed(
                        new Stage("paid", "Stage paid", 2, Optional.of(Marker.SUCCESS)),
                        Optional.of(new BigDecimal("6650.0000")),
                        Optional.of(new BigDecimal("2253.6500")),
                        new TreeMap<>(Map.of(
                                "manager", "310001", "manager_name", "Анна", "ad_campaign", "140001", "brand", "Acme")),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "price,7100.0000",
        "total,6650.0000",
        "parts_cost,2114.0000",
        "cost,2564.0000",
        "[Сумма заказа] - [cost],4086.0000"
    })
    void calculatesTheFiguresOfTheSampleOrder(String formula, BigDecimal amount) {
        var v1 = revenue(formula, CLOSED);
        var v2 = revenue(formula, Samples.order(Api.V2, Samples.v2Closed()));

        assertThat(v1).contains(amount);
        assertThat(v2).contains(amount);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02,0.0210", "2026-01-01,0.0240", "2027-01-01,0.0210"})
    void takesTheCoefficientOfTheCreatedDayInTheConnectorsZone(LocalDate change, BigDecimal expected) {
        var calculation = calculation("rate", change);

        var passed = passed(Drafts.with(calculation), CLOSED);

        assertThat(passed.revenue()).contains(expected);
    }

    @Test
    void countsTheDayInTheZoneAndNotInUtc() {
        var lateEvening = Samples.order(
                Api.V1,
                Samples.bytes(
                        "{\"id\":1,\"created_at\":\"2026-01-01T21:30:00Z\",\"modified_at\":\"2026-01-01T21:30:00Z\","
                                + "\"status\":{\"id\":900101}}"));

        var passed = passed(Drafts.with(calculation("rate", LocalDate.parse("2026-01-02"))), lateEvening);

        assertThat(passed.revenue()).contains(new BigDecimal("0.0240"));
    }

    @Test
    void missesACoefficientBeforeItsFirstDay() {
        var calculation = new CalculationDraft(
                Optional.of("rate"),
                Optional.of("1"),
                List.of(new CoefficientDraft("rate", List.of(new DatedValue(LocalDate.parse("2026-06-01"), "0.5")))));

        var passed = passed(Drafts.with(calculation), CLOSED);

        assertThat(passed.revenue()).isEmpty();
        assertThat(passed.cost()).contains(new BigDecimal("1.0000"));
        assertThat(passed.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("MISSING_VALUE");
            assertThat(issue.field()).contains("rate");
            assertThat(issue.message()).startsWith("revenue: ");
        });
    }

    @ParameterizedTest
    @CsvSource({"cost,MISSING_VALUE", "1 / (total - total),DIVISION_BY_ZERO", "99999999999999999999 * 10,OVERFLOW"})
    void letsTheFactFlowWithAnIssueInPlaceOfAnAmount(String formula, String code) {
        var calculation = new CalculationDraft(Optional.empty(), Optional.of(formula), List.of());

        var passed = passed(Drafts.with(calculation), Samples.order(Api.V2, Samples.v2ClosedWithoutItems()));

        assertThat(passed.cost()).isEmpty();
        assertThat(passed.issues()).singleElement().extracting(Issue::code).isEqualTo(code);
    }

    @Test
    void givesNoAmountAndNoIssueWithoutAFormula() {
        var passed = passed(Drafts.with(CalculationDraft.none()), CLOSED);

        assertThat(passed.revenue()).isEmpty();
        assertThat(passed.cost()).isEmpty();
        assertThat(passed.issues()).isEmpty();
    }

    @Test
    void keepsOrDropsAnOrderWhoseStatusNoStageHolds() {
        var kept = Drafts.compiled(Drafts.withStages()).judge(CLOSED, Names.none());
        var dropping = Drafts.compiled(Drafts.named("a", "A", "UTC", "EUR"));
        var stray = Samples.order(
                Api.V1,
                new String(Samples.v1(0), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("900106", "900199")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(kept)
                .isInstanceOfSatisfying(
                        Judgement.Passed.class,
                        passed -> assertThat(passed.stage()).isEqualTo(Stage.UNMAPPED));
        assertThat(dropping.judge(stray, Names.none())).isEqualTo(new Judgement.UnmappedDropped(900199));
        assertThat(dropping.judge(CLOSED, Names.none())).isInstanceOf(Judgement.Passed.class);
    }

    @Test
    void writesEveryTypeOfDimensionAsText() {
        var draft = Drafts.withDimensions(
                "total", "created_at", "urgent", "location", "closed_at", "number", "f920001", "f920002", "f777");

        assertThat(passed(draft, CLOSED).dimensions())
                .isEqualTo(Map.of(
                        "total", "6650",
                        "created_at", "2026-01-01T10:00:00Z",
                        "urgent", "false",
                        "location", "120001",
                        "location_name", "Тверь",
                        "closed_at", "2026-01-02T10:00:00Z",
                        "number", "A1001",
                        "f920001", "Курьер",
                        "f920002", "3"));
    }

    @Test
    void writesACustomFieldDefinedAsATimeAsATime() {
        var vocabulary = Vocabulary.standard()
                .withCustomFields(List.of(Field.custom("f920003", FieldType.TIME, Text.of("Visit", "Дата выезда"))));
        var compilation = new FunnelCompiler(vocabulary).compile(Drafts.withDimensions("f920003"));

        var judgement = ((Compilation.Compiled) compilation).funnel().judge(CLOSED, Names.none());

        assertThat(((Judgement.Passed) judgement).dimensions()).containsEntry("f920003", "2026-01-02T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"total,false", "price,true", "total - parts_cost,true", "f12 + debt,false"})
    void knowsWhetherFormulasNeedItems(String formula, boolean needed) {
        var calculation = new CalculationDraft(Optional.of(formula), Optional.empty(), List.of());

        assertThat(Drafts.compiled(Drafts.with(calculation)).needsItems()).isEqualTo(needed);
    }

    @Test
    void knowsWhetherFilterOrDimensionsNeedItems() {
        assertThat(Drafts.compiled(Drafts.withDimensions("cost")).needsItems()).isTrue();
        assertThat(Drafts.compiled(Drafts.withDimensions("brand")).needsItems()).isFalse();
        assertThat(Drafts.compiled(Drafts.with(Drafts.including("cost", Operator.IS_EMPTY)))
                        .needsItems())
                .isTrue();
    }

    @Test
    void tellsItsStagesZoneAndDays() {
        var funnel = Drafts.compiled(Drafts.shop());

        assertThat(funnel.stages()).extracting(Stage::id).containsExactly("inquiry", "work", "paid", "lost");
        assertThat(funnel.stageOf(900103).id()).isEqualTo("work");
        assertThat(funnel.stageOf(1)).isEqualTo(Stage.UNMAPPED);
        assertThat(funnel.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(funnel.dayOf(Instant.parse("2026-01-01T21:00:00Z"))).isEqualTo(LocalDate.parse("2026-01-02"));
        assertThat(funnel.currency()).isEqualTo("RUB");
        assertThat(funnel.connectorId()).isEqualTo("tver-repair");
        assertThat(funnel.draft()).isEqualTo(Drafts.shop());
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void judgesAlikeEachTime(Api api) {
        var funnel = Drafts.compiled(Drafts.shop());

        for (var payload : Samples.all(api)) {
            var order = Samples.order(api, payload);
            assertThat(funnel.judge(order, new ShopNames()))
                    .isEqualTo(Drafts.compiled(Drafts.shop())
                            .judge(OrderCodec.decode(OrderCodec.encode(order)), new ShopNames()));
            assertThat(funnel.explain(order, Names.none()).verdicts()).isEmpty();
        }
    }

    private static CalculationDraft calculation(String formula, LocalDate change) {
        return new CalculationDraft(
                Optional.of(formula),
                Optional.empty(),
                List.of(new CoefficientDraft(
                        "rate",
                        List.of(
                                new DatedValue(change, "0.024"),
                                new DatedValue(LocalDate.parse("2024-01-01"), "0.021")))));
    }

    private static Optional<BigDecimal> revenue(String formula, Order order) {
        return passed(Drafts.with(new CalculationDraft(Optional.of(formula), Optional.empty(), List.of())), order)
                .revenue();
    }

    private static Judgement.Passed passed(FunnelDraft draft, Order order) {
        return (Judgement.Passed) Drafts.compiled(draft).judge(order, new ShopNames());
    }
}
