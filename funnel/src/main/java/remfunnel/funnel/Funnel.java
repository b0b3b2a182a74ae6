package remfunnel.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the funnel of one connector means: a checked draft, ready to judge orders. */
@SuppressWarnings("DoNotCallSuggester")
public final class Funnel {
    private Funnel() {}

    /** A pure function of the order and of the names. */
    public Judgement judge(Order order, Names names) {
        throw new UnsupportedOperationException();
    }

    /** What each condition says of the order, whether or not it passes. */
    public List<Verdict> verdicts(Order order, Names names) {
        throw new UnsupportedOperationException();
    }

    /** The stage that holds the status; {@link Stage#UNMAPPED} when none does. */
    public Stage stageOf(long statusId) {
        throw new UnsupportedOperationException();
    }

    /** Without {@link Stage#UNMAPPED}, in their order. */
    public List<Stage> stages() {
        throw new UnsupportedOperationException();
    }

    /** Whether filter, formulas or dimensions need a v2 order's items. */
    public boolean needsItems() {
        throw new UnsupportedOperationException();
    }

    public ZoneId zone() {
        throw new UnsupportedOperationException();
    }

    /** The day of a moment in the connector's zone. */
    public LocalDate dayOf(Instant moment) {
        throw new UnsupportedOperationException();
    }

    public String currency() {
        throw new UnsupportedOperationException();
    }

    public String connectorId() {
        throw new UnsupportedOperationException();
    }

    /** What it was compiled from. */
    public FunnelDraft draft() {
        throw new UnsupportedOperationException();
    }
}
