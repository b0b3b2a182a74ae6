package remfunnel.transform.topology;

import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Judgement;
import remfunnel.funnel.Order;
import remfunnel.funnel.history.StageHistory;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.Standing;

/**
 * All that orders of one connector are judged by.
 *
 * @param funnel of the configuration in force; empty as well when this release no longer accepts it
 */
record Bench(Connector connector, Optional<Funnel> funnel, KnownNames names, FactWriter facts) {
    Optional<Long> revision() {
        return connector.active().map(Connector.Active::revision);
    }

    boolean isOf(Connector now) {
        return now.namesVersion() == connector.namesVersion()
                && now.life() == connector.life()
                && now.active().map(Connector.Active::revision).equals(revision());
    }

    /** The order with what the funnel says of it now. */
    KnownOrder judged(KnownOrder known) {
        var order = known.asRead();
        if (known.standing() == Standing.DELETED || order.isEmpty()) {
            return known.judged(Standing.DELETED, KnownOrder.NOTHING);
        }
        if (funnel.isPresent()) {
            return judged(known, order.get(), funnel.get());
        }
        return connector.active().isPresent() ? known : known.judged(Standing.WAITING, KnownOrder.NOTHING);
    }

    private KnownOrder judged(KnownOrder known, Order order, Funnel by) {
        return switch (by.judge(order, names)) {
            case Judgement.FilteredOut out -> known.judged(Standing.FILTERED_OUT, KnownOrder.NOTHING);
            case Judgement.UnmappedDropped dropped -> known.judged(Standing.DROPPED, KnownOrder.NOTHING);
            case Judgement.Passed passed ->
                known.judged(
                        passed.stage().isUnmapped() ? Standing.UNMAPPED : Standing.IN_FUNNEL,
                        fact(known, order, by, passed));
        };
    }

    private Bytes fact(KnownOrder known, Order order, Funnel by, Judgement.Passed passed) {
        var history = known.statuses();
        var stay = StageHistory.of(history, by)
                .current()
                .orElseThrow(() -> new IllegalStateException("an order that was read has no history"));
        var entry = history.entries().get(stay.entry());
        return facts.write(new FactWriter.Judged(by, names, order, entry, passed));
    }
}
