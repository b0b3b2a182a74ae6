package remfunnel.transform.topology;

import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Judgement;
import remfunnel.funnel.Order;
import remfunnel.funnel.history.StageHistory;
import remfunnel.funnel.history.StatusHistory;
import remfunnel.funnel.totals.Share;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.Published;
import remfunnel.transform.state.Standing;

/**
 * All that orders of one connector are judged by.
 *
 * @param funnel of the configuration in force; empty as well when this release no longer accepts it
 */
record ConnectorJudge(Connector connector, Optional<Funnel> funnel, KnownNames names, FactWriter facts) {
    Optional<Long> revision() {
        return connector.active().map(Connector.Active::revision);
    }

    boolean isOf(Connector now) {
        return now.namesVersion() == connector.namesVersion()
                && now.life() == connector.life()
                && now.active().map(Connector.Active::revision).equals(revision());
    }

    /** The order with what the funnel says of it now; empty where the configuration in force says nothing to this release. */
    Optional<KnownOrder> judged(KnownOrder known) {
        var order = known.asRead();
        if (known.standing() == Standing.DELETED || order.isEmpty()) {
            return Optional.of(known.judged(Standing.DELETED, Published.NOTHING));
        }
        if (funnel.isPresent()) {
            return Optional.of(judged(known, order.get(), funnel.get()));
        }
        return connector.active().isPresent()
                ? Optional.empty()
                : Optional.of(known.judged(Standing.WAITING, Published.NOTHING));
    }

    private KnownOrder judged(KnownOrder known, Order order, Funnel by) {
        return switch (by.judge(order, names)) {
            case Judgement.FilteredOut out -> known.judged(Standing.FILTERED_OUT, Published.NOTHING);
            case Judgement.UnmappedDropped dropped -> known.judged(Standing.DROPPED, Published.NOTHING);
            case Judgement.Passed passed ->
                known.judged(
                        passed.stage().isUnmapped() ? Standing.UNMAPPED : Standing.IN_FUNNEL,
                        published(known, order, by, passed));
        };
    }

    private Published published(KnownOrder known, Order order, Funnel by, Judgement.Passed passed) {
        var history = known.statuses();
        var stages = StageHistory.of(history, by);
        var entered = stages.currentEntry(history);
        var fact = facts.write(new FactWriter.Judged(by, names, order, entered, withIssues(passed, history)));
        return Published.of(fact, stages, share(order, by, passed));
    }

    private static Judgement.Passed withIssues(Judgement.Passed passed, StatusHistory history) {
        var issues = Stream.concat(passed.issues().stream(), history.issues().stream());
        return history.issues().isEmpty() ? passed : passed.withIssues(issues.toList());
    }

    private static Share share(Order order, Funnel by, Judgement.Passed passed) {
        var location = order.locationId();
        return new Share(
                by.dayOf(order.createdAt()),
                location.isPresent() ? Optional.of(location.getAsLong()) : Optional.empty(),
                passed.revenue(),
                passed.cost());
    }
}
