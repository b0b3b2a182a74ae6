package remfunnel.transform.topology;

import java.util.Optional;
import remfunnel.transform.state.Job;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;

/** What a pass does to the orders of one connector: it judges them again, and forgets those of former lives. */
final class Pass {
    private final Station station;
    private final Bench bench;
    private final Ledger.Reason judged;
    private final Ledger.Reason forgotten;

    Pass(Station station, Job.Key key) {
        this.station = station;
        this.bench = station.benches().of(key.connector());
        var cause = key.kind() == Job.Kind.NAMES ? Cause.NAMES : Cause.CONFIG;
        this.judged = new Ledger.Reason(cause, bench.revision());
        this.forgotten =
                new Ledger.Reason(Cause.CONFIG, bench.connector().removal().or(bench::revision));
    }

    void visit(OrderKey key, KnownOrder known) {
        if (known.life() < bench.connector().life()) {
            station.ledger().forget(key, known, forgotten);
        } else {
            bench.judged(known).ifPresent(after -> station.ledger().settle(key, Optional.of(known), after, judged));
        }
    }

    /** Of a slice: what it changed of the totals is written now. */
    void end() {
        station.ledger().balance(judged, Optional.empty());
    }
}
