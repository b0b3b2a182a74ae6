package remfunnel.transform.topology;

import java.util.Optional;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Restatement;

/** What a restatement does to each order of its connector: it judges it again, or forgets one of a former life. */
final class RestatementStep {
    private final TaskContext task;
    private final ConnectorJudge judge;
    private final OrderUpdates.Reason judged;
    private final OrderUpdates.Reason forgotten;

    RestatementStep(TaskContext task, Restatement.Key key) {
        this.task = task;
        this.judge = task.judges().of(key.connector());
        var cause = key.kind() == Restatement.Kind.NAMES ? Cause.NAMES : Cause.CONFIG;
        this.judged = new OrderUpdates.Reason(cause, judge.revision());
        this.forgotten = new OrderUpdates.Reason(
                Cause.CONFIG, judge.connector().removal().or(judge::revision));
    }

    void visit(OrderKey key, KnownOrder known) {
        if (known.life() < judge.connector().life()) {
            task.updates().forget(key, known, forgotten);
        } else {
            judge.judged(known).ifPresent(after -> task.updates().apply(key, Optional.of(known), after, judged));
        }
    }

    /** Of a slice: what it changed of the totals is written now. */
    void end() {
        task.updates().writeTotals(judged, Optional.empty());
    }
}
