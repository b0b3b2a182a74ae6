package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import remfunnel.funnel.history.Transition;
import remfunnel.tracing.TraceParent;
import remfunnel.transform.state.Counts;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Origin;
import remfunnel.transform.state.Published;
import remfunnel.transform.state.TaskStores;

/** Brings state and topics to what is now known of an order: writes what changed and nothing else. */
final class OrderUpdates {
    private final TaskStores stores;
    private final Outputs outputs;
    private final TotalUpdates totals;

    OrderUpdates(TaskStores stores, Outputs outputs) {
        this.stores = stores;
        this.outputs = outputs;
        this.totals = new TotalUpdates(stores, outputs);
    }

    void apply(OrderKey key, Optional<KnownOrder> before, KnownOrder after, Reason reason) {
        if (before.isPresent() && before.get().equals(after)) {
            return;
        }
        keep(key, before, after);
        publish(key, before, after, reason);
    }

    /** Of an order that nothing can judge: its fact, and all that goes with it, stays as it is, but for that of a former life. */
    void remember(OrderKey key, Optional<KnownOrder> before, KnownOrder after, Reason reason) {
        if (before.filter(known -> known.life() != after.life()).isPresent()) {
            apply(key, before, after, reason);
        } else {
            keep(key, before, before.map(after::unjudged).orElse(after));
        }
    }

    private void keep(OrderKey key, Optional<KnownOrder> before, KnownOrder after) {
        stores.keep(key, after);
        count(key.connector(), before.filter(known -> known.life() == after.life()), after);
    }

    /** An order of a former life: it counts for nothing any more. */
    void forget(OrderKey key, KnownOrder known, Reason reason) {
        stores.forget(key);
        publish(key, Optional.of(known), known.judged(known.standing(), Published.NOTHING), reason);
    }

    /**
     * Writes what orders changed of the totals since this was called last; to be called before a commit can come.
     *
     * @param event that led to it; empty where many orders did
     */
    void writeTotals(Reason reason, Optional<Origin> event) {
        totals.write(new Outputs.Provenance(reason.cause(), reason.revision(), event, Instant.EPOCH, Optional.empty()));
    }

    private void count(String connector, Optional<KnownOrder> before, KnownOrder after) {
        boolean countsAlike =
                before.filter(known -> Counts.areAlike(known, after)).isPresent();
        if (!countsAlike) {
            var counts = stores.counts(connector);
            var without = before.map(counts::minus).orElse(counts);
            stores.keep(connector, without.plus(after));
        }
    }

    private void publish(OrderKey key, Optional<KnownOrder> before, KnownOrder after, Reason reason) {
        var published = before.map(KnownOrder::published).orElse(Published.NOTHING);
        var provenance = new Outputs.Provenance(
                reason.cause(), reason.revision(), Optional.of(after.origin()), after.modifiedAt(), reason.trace());
        if (!published.fact().equals(after.published().fact())) {
            outputs.fact(key, after.published().fact(), provenance);
        }
        if (!published.stages().equals(after.published().stages()) || historyChanged(before, after)) {
            publishTransitions(key, before, after, provenance);
        }
        if (!published.stages().equals(after.published().stages())
                || !published.share().equals(after.published().share())) {
            totals.change(key.connector(), published.cells(), after.published().cells(), after.modifiedAt());
        }
    }

    private static boolean historyChanged(Optional<KnownOrder> before, KnownOrder after) {
        return before.isPresent() && !before.get().history().equals(after.history());
    }

    private void publishTransitions(
            OrderKey key, Optional<KnownOrder> before, KnownOrder after, Outputs.Provenance provenance) {
        int shared = before.map(after::transitionsSharedWith).orElse(0);
        var former = before.map(known -> known.transitions(shared)).orElse(List.of());
        var now = after.transitions(shared);
        for (int i = 0; i < now.size(); i++) {
            if (i >= former.size() || isOther(key, former.get(i), now.get(i))) {
                outputs.transition(key, now.get(i), provenance);
            }
        }
        int told = before.map(KnownOrder::transitionCount).orElse(0);
        for (int n = shared + now.size(); n < told; n++) {
            outputs.noTransition(key, n, provenance);
        }
    }

    /** What a record does not show, such as the position of a stage, is no change of it. */
    private boolean isOther(OrderKey key, Transition before, Transition after) {
        return !before.equals(after) && !Arrays.equals(outputs.encode(key, before), outputs.encode(key, after));
    }

    /**
     * What a change is put down to.
     *
     * @param trace that the event bears, where it was one event
     */
    record Reason(Cause cause, Optional<Long> revision, Optional<TraceParent> trace) {
        Reason(Cause cause, Optional<Long> revision) {
            this(cause, revision, Optional.empty());
        }
    }
}
