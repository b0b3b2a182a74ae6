package remfunnel.funnel.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.funnel.Action;
import remfunnel.funnel.Api;
import remfunnel.funnel.CalculationDraft;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.ConditionDraft;
import remfunnel.funnel.FilterDraft;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.FunnelDraft;
import remfunnel.funnel.Match;
import remfunnel.funnel.Names;
import remfunnel.funnel.Operator;
import remfunnel.funnel.Order;
import remfunnel.funnel.OrderReader;
import remfunnel.funnel.OrderReading;
import remfunnel.funnel.SourceDraft;
import remfunnel.funnel.StageDraft;
import remfunnel.funnel.Unmapped;
import remfunnel.funnel.Vocabulary;

/** Order n has the total n * 100; odd ones are new (status 1), even ones are paid (2), every fifth is strange (9). */
class PlanningTest {
    private static final StageDraft NEW = new StageDraft("new", "New", Optional.empty(), List.of(1L));
    private static final StageDraft PAID = new StageDraft("paid", "Paid", Optional.empty(), List.of(2L));
    private static final Shape NOW = new Shape(FilterDraft.none(), List.of(NEW, PAID), Unmapped.KEEP, "total", "UTC");

    private record Shape(FilterDraft filter, List<StageDraft> stages, Unmapped unmapped, String revenue, String zone) {
        Shape with(FilterDraft other) {
            return new Shape(other, stages, unmapped, revenue, zone);
        }

        Shape with(StageDraft... others) {
            return new Shape(filter, List.of(others), unmapped, revenue, zone);
        }

        Shape with(Unmapped other) {
            return new Shape(filter, stages, other, revenue, zone);
        }

        Shape with(String formula, String timeZone) {
            return new Shape(filter, stages, unmapped, formula, timeZone);
        }
    }

    @Test
    void changesNothingWhenTheFunnelsAreEqual() {
        var plan = plan(NOW, NOW, 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.STAYS, 10L));
        assertThat(plan.flows()).isEmpty();
        assertThat(plan.newlyUnmapped()).isEmpty();
        assertThat(plan.all().before()).isEqualTo(plan.all().after());
        assertThat(plan.all().after().revenue()).isEqualByComparingTo("5500");
    }

    @Test
    void tellsWhoLeavesWhenTheFilterNarrows() {
        var plan = plan(NOW, NOW.with(above(300)), 10);
        var back = plan(NOW.with(above(300)), NOW, 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.STAYS, 7L, Change.LEAVES, 3L));
        assertThat(back.changes()).isEqualTo(Map.of(Change.STAYS, 7L, Change.ENTERS, 3L));
        assertThat(plan.flows().getFirst())
                .isEqualTo(new Plan.Flow(
                        Optional.of("new"), Optional.empty(), new Sampled(2, List.of(sample(1), sample(3)))));
        assertThat(plan.all().after()).isEqualTo(back.all().before());
    }

    @Test
    void movesOrdersAndNamesThoseThatBecomeUnmapped() {
        var plan = plan(NOW, NOW.with(new StageDraft("new", "Fresh", Optional.empty(), List.of(9L))), 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.MOVES, 10L));
        assertThat(plan.newlyUnmapped()).containsOnlyKeys(1L, 2L);
        assertThat(plan.newlyUnmapped().get(1L).orders()).isEqualTo(4);
        assertThat(plan.stages()).extracting(Plan.StageRow::id).containsExactly("new", "paid", "_unmapped");
        assertThat(plan.stages().getFirst().titleAfter()).contains("Fresh");
        assertThat(plan.stages().get(1).titleAfter()).isEmpty();
    }

    @Test
    void countsTheOrdersOfAStatusWhetherTheyCountOrNot() {
        var plan = plan(NOW, NOW.with(above(600)), 10);

        assertThat(plan.statuses()).containsOnlyKeys(1L, 2L, 9L);
        assertThat(plan.statuses().get(1L).orders()).isEqualTo(4);
        assertThat(plan.statuses().get(1L).counted().before().orders()).isEqualTo(4);
        assertThat(plan.statuses().get(1L).counted().after().orders()).isEqualTo(2);
        assertThat(plan.statuses().get(1L).counted().after().revenue()).isEqualByComparingTo("1600");
    }

    /** What a status would bring in, were it in a stage, is known before it is in one. */
    @Test
    void tellsWhatDroppedOrdersWouldComeTo() {
        var standing = plan(NOW, NOW.with(Unmapped.DROP), 10).statuses().get(9L);

        assertThat(standing.counted().after()).isEqualTo(Sums.NONE);
        assertThat(standing.dropped()).isEqualTo(standing.counted().before());
        assertThat(standing.dropped().orders()).isEqualTo(2);
    }

    @Test
    void countsDroppedOrdersAsLeaving() {
        var plan = plan(NOW, NOW.with(Unmapped.DROP), 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.STAYS, 8L, Change.LEAVES, 2L));
        assertThat(plan.newlyUnmapped()).isEmpty();
    }

    @Test
    void namesOrdersThatALooserFilterLetsIntoNoStage() {
        var plan = plan(NOW.with(above(500)), NOW, 10);

        assertThat(plan.newlyUnmapped()).isEqualTo(Map.of(9L, new Sampled(1, List.of(sample(5)))));
    }

    @Test
    void namesDroppedOrdersOnceTheyAreKept() {
        var plan = plan(NOW.with(Unmapped.DROP), NOW, 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.STAYS, 8L, Change.ENTERS, 2L));
        assertThat(plan.newlyUnmapped()).isEqualTo(Map.of(9L, new Sampled(2, List.of(sample(5), sample(10)))));
    }

    @Test
    void namesOrdersThatAreDroppedOutOfAStage() {
        var plan = plan(NOW, NOW.with(NEW).with(Unmapped.DROP), 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.STAYS, 4L, Change.LEAVES, 6L));
        assertThat(plan.newlyUnmapped()).containsOnlyKeys(2L);
        assertThat(plan.newlyUnmapped().get(2L).orders()).isEqualTo(4);
    }

    /** It was kept out by the filter and is dropped now; its status had a stage that it never stood in. */
    @Test
    void doesNotNameAnOrderThatHadNoFactAndGetsNone() {
        var plan = plan(NOW.with(above(1000)), NOW.with(NEW).with(Unmapped.DROP), 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.ENTERS, 4L, Change.OUTSIDE, 6L));
        assertThat(plan.newlyUnmapped()).isEmpty();
    }

    @Test
    void doesNotNameAnOrderThatTheFilterKeepsOut() {
        var plan = plan(NOW, NOW.with(NEW).with(above(1000)), 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.LEAVES, 10L));
        assertThat(plan.newlyUnmapped()).isEmpty();
    }

    @Test
    void countsAnOrderThatLacksAnAmountOnceAReason() {
        var plan = plan(NOW, NOW.with("paid + 1", "UTC"), 10);

        assertThat(plan.changes()).isEqualTo(Map.of(Change.REVALUED, 10L));
        assertThat(plan.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.field()).contains("paid");
            assertThat(issue.before()).isZero();
            assertThat(issue.after().orders()).isEqualTo(10);
            assertThat(issue.after().samples()).hasSize(Sampled.MOST_SAMPLES);
        });
        assertThat(plan.all().after().withoutRevenue()).isEqualTo(10);
    }

    @Test
    void takesTheMonthInTheZoneOfTheFunnelThatCounts() {
        var plan = plan(NOW, NOW.with("total", "Asia/Tokyo"), 1);

        assertThat(plan.months()).containsOnlyKeys(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        assertThat(plan.months().get(YearMonth.of(2026, 1)).before().orders()).isOne();
        assertThat(plan.months().get(YearMonth.of(2026, 2)).after().orders()).isOne();
    }

    @Test
    void letsEveryOrderEnterWhereNoFunnelIsYet() {
        var planning = new Planning(Optional.empty(), funnel(NOW));
        planning.see(order(2), Names.none());

        var plan = planning.plan();

        assertThat(plan.changes()).isEqualTo(Map.of(Change.ENTERS, 1L));
        assertThat(plan.newlyUnmapped()).isEmpty();
        assertThat(plan.all().before()).isEqualTo(Sums.NONE);
        assertThat(plan.all().after().margin()).isEqualByComparingTo(new BigDecimal("200"));
    }

    private static Plan plan(Shape before, Shape after, int orders) {
        var planning = new Planning(Optional.of(funnel(before)), funnel(after));
        for (int id = 1; id <= orders; id++) {
            planning.see(order(id), Names.none());
        }
        return planning.plan();
    }

    private static FilterDraft above(int total) {
        var condition = new ConditionDraft(Action.INCLUDE, "total", Operator.GREATER, List.of(Integer.toString(total)));
        return new FilterDraft(Match.ALL, List.of(condition));
    }

    private static Sample sample(long id) {
        return new Sample(id, Optional.of("A" + id));
    }

    private static Order order(int id) {
        int status = id % 5 == 0 ? 9 : 2 - id % 2;
        var json =
                "{\"id\":%d,\"id_label\":\"A%d\",\"created_at\":\"2026-01-31T20:00:00Z\",\"modified_at\":\"2026-02-01T08:00:00Z\",\"status\":{\"id\":%d},\"price\":%d,\"discount_sum\":0}"
                        .formatted(id, id, status, id * 100);
        var reading = new OrderReader().read(Api.V1, json.getBytes(StandardCharsets.UTF_8));
        return ((OrderReading.Read) reading).order();
    }

    private static Funnel funnel(Shape shape) {
        var source = new SourceDraft(Api.V1, Optional.empty(), Duration.ofSeconds(30), Optional.empty());
        var draft = new FunnelDraft(
                "shop",
                "Shop",
                true,
                source,
                shape.zone(),
                "RUB",
                shape.filter(),
                shape.stages(),
                shape.unmapped(),
                new CalculationDraft(Optional.of(shape.revenue()), Optional.empty(), List.of()),
                List.of());
        return ((Compilation.Compiled) new FunnelCompiler(Vocabulary.standard()).compile(draft)).funnel();
    }
}
