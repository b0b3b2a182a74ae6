package remfunnel.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What the funnel of one connector means: a checked draft, ready to judge orders. Immutable and thread-safe. */
public final class Funnel {
    private final FunnelDraft draft;
    private final Parts parts;

    Funnel(FunnelDraft draft, Parts parts) {
        this.draft = draft;
        this.parts = parts;
    }

    /** A pure function of the order and of the names. */
    public Judgement judge(Order order, Names names) {
        var view = new OrderView(order, names);
        if (!parts.filter().passes(view)) {
            return new Judgement.FilteredOut();
        }
        if (stageOf(order.statusId()).isUnmapped() && draft.unmapped() == Unmapped.DROP) {
            return new Judgement.UnmappedDropped(order.statusId());
        }
        return passed(view, order);
    }

    /** What an order comes to that passes the filter; one that is dropped for its stage, too. */
    public Judgement.Passed kept(Order order, Names names) {
        return passed(new OrderView(order, names), order);
    }

    private Judgement.Passed passed(OrderView view, Order order) {
        var issues = new ArrayList<Issue>();
        var amounts = parts.calculation().evaluate(view, dayOf(order.createdAt()), issues);
        return new Judgement.Passed(
                stageOf(order.statusId()),
                amounts.revenue(),
                amounts.cost(),
                parts.dimensions().of(view),
                issues);
    }

    /** The judgement and what led to it, by the very parts that judge. */
    public Explanation explain(Order order, Names names) {
        var view = new OrderView(order, names);
        var judgement = judge(order, names);
        List<FormulaWorking> formulas = judgement instanceof Judgement.Passed
                ? parts.calculation().workings(view, dayOf(order.createdAt()))
                : List.of();
        var verdicts = parts.filter().verdicts(view);
        return new Explanation(
                judgement,
                parts.filter().match(),
                verdicts,
                parts.filter().against(verdicts),
                stageOf(order.statusId()),
                formulas);
    }

    /** The stage that holds the status; {@link Stage#UNMAPPED} when none does. */
    public Stage stageOf(long statusId) {
        return parts.stages().of(statusId);
    }

    /** Without {@link Stage#UNMAPPED}, in their order. */
    public List<Stage> stages() {
        return parts.stages().stages();
    }

    /** Whether filter, formulas or dimensions need a v2 order's items. */
    public boolean needsItems() {
        return parts.needsItems();
    }

    public ZoneId zone() {
        return parts.zone();
    }

    /** The day of a moment in the connector's zone. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, parts.zone());
    }

    public String currency() {
        return draft.currency();
    }

    public String connectorId() {
        return draft.connectorId();
    }

    /** What it was compiled from. */
    public FunnelDraft draft() {
        return draft;
    }

    /** What a draft becomes, part by part. */
    record Parts(
            ZoneId zone,
            Filter filter,
            StageMap stages,
            Calculation calculation,
            Dimensions dimensions,
            boolean needsItems) {}
}
