package remfunnel.transform.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.NameKind;
import remfunnel.funnel.Names;
import remfunnel.funnel.expression.Formula;
import remfunnel.funnel.plan.Change;
import remfunnel.funnel.plan.Pair;
import remfunnel.funnel.plan.Plan;
import remfunnel.funnel.plan.Sample;
import remfunnel.funnel.plan.Sampled;
import remfunnel.funnel.plan.Sums;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A plan as JSON; money is text with four places, as facts have it.
 *
 * @param revision that is in force; absent where none is yet
 * @param currency of the amounts after
 * @param currencyBefore of the amounts before, which may be another: nothing is converted; absent where nothing is in force yet
 */
@JsonNaming(KebabCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PlanView(
        String connector,
        Optional<Long> revision,
        String currency,
        Optional<String> currencyBefore,
        long orders,
        Map<String, Long> changes,
        PairView all,
        List<StageRow> stages,
        List<MonthRow> months,
        List<StatusRow> statuses,
        List<FlowRow> flows,
        List<UnmappedRow> newlyUnmapped,
        List<IssueRow> issues) {

    static PlanView of(Optional<Funnel> before, Funnel after, Optional<Long> revision, Names names, Plan plan) {
        return new PlanView(
                after.connectorId(),
                revision,
                after.currency(),
                before.map(Funnel::currency),
                plan.orders(),
                changes(plan.changes()),
                PairView.of(plan.all()),
                plan.stages().stream().map(StageRow::of).toList(),
                plan.months().entrySet().stream()
                        .map(each -> MonthRow.of(each.getKey().toString(), each.getValue()))
                        .toList(),
                statuses(names, plan),
                plan.flows().stream()
                        .map(flow -> new FlowRow(flow.from(), flow.to(), SampledView.of(flow.orders())))
                        .toList(),
                plan.newlyUnmapped().entrySet().stream()
                        .map(each -> new UnmappedRow(
                                each.getKey(),
                                names.name(NameKind.STATUS, each.getKey().toString()),
                                SampledView.of(each.getValue())))
                        .toList(),
                plan.issues().stream().map(IssueRow::of).toList());
    }

    private static List<StatusRow> statuses(Names names, Plan plan) {
        return plan.statuses().entrySet().stream()
                .map(each -> new StatusRow(
                        each.getKey(),
                        names.name(NameKind.STATUS, each.getKey().toString()),
                        each.getValue().orders(),
                        SumsView.of(each.getValue().counted().before()),
                        SumsView.of(each.getValue().counted().after()),
                        SumsView.of(each.getValue().dropped())))
                .toList();
    }

    private static Map<String, Long> changes(Map<Change, Long> changes) {
        return Arrays.stream(Change.values())
                .collect(Collectors.toMap(
                        change -> change.name().toLowerCase(Locale.ROOT),
                        change -> changes.getOrDefault(change, 0L),
                        Long::sum,
                        TreeMap::new));
    }

    @JsonNaming(KebabCaseStrategy.class)
    record SumsView(long orders, String revenue, String cost, String margin, long withoutRevenue, long withoutCost) {
        static SumsView of(Sums sums) {
            return new SumsView(
                    sums.orders(),
                    money(sums.revenue()),
                    money(sums.cost()),
                    money(sums.margin()),
                    sums.withoutRevenue(),
                    sums.withoutCost());
        }

        private static String money(BigDecimal amount) {
            return amount.setScale(Formula.SCALE, RoundingMode.UNNECESSARY).toPlainString();
        }
    }

    record PairView(SumsView before, SumsView after) {
        static PairView of(Pair pair) {
            return new PairView(SumsView.of(pair.before()), SumsView.of(pair.after()));
        }
    }

    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record StageRow(
            String id, Optional<String> titleBefore, Optional<String> titleAfter, SumsView before, SumsView after) {
        static StageRow of(Plan.StageRow row) {
            return new StageRow(
                    row.id(),
                    row.titleBefore(),
                    row.titleAfter(),
                    SumsView.of(row.figures().before()),
                    SumsView.of(row.figures().after()));
        }
    }

    record MonthRow(String month, SumsView before, SumsView after) {
        static MonthRow of(String month, Pair figures) {
            return new MonthRow(month, SumsView.of(figures.before()), SumsView.of(figures.after()));
        }
    }

    /**
     * @param orders that are known, whether they count or not
     * @param dropped what those come to that would count after, were the status in a stage
     */
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record StatusRow(
            long statusId,
            Optional<String> statusName,
            long orders,
            SumsView before,
            SumsView after,
            SumsView dropped) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FlowRow(Optional<String> from, Optional<String> to, SampledView orders) {}

    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record UnmappedRow(long statusId, Optional<String> statusName, SampledView orders) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record IssueRow(String code, Optional<String> field, long before, SampledView after) {
        static IssueRow of(Plan.IssueRow row) {
            return new IssueRow(row.code(), row.field(), row.before(), SampledView.of(row.after()));
        }
    }

    record SampledView(long count, List<SampleView> samples) {
        static SampledView of(Sampled sampled) {
            return new SampledView(
                    sampled.orders(),
                    sampled.samples().stream().map(SampleView::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SampleView(long id, Optional<String> number) {
        static SampleView of(Sample sample) {
            return new SampleView(sample.id(), sample.number());
        }
    }
}
