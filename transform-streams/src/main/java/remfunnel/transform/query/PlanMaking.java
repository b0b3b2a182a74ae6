package remfunnel.transform.query;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.springframework.stereotype.Component;
import remfunnel.funnel.Text;
import remfunnel.funnel.plan.Planning;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.ReadOnlyStores;
import remfunnel.transform.topology.SharedJudges;

/** Makes one plan: both configurations over every order that state holds. */
@Component
class PlanMaking {
    private static final Text CHANGED = Text.of(
            "The connector's configuration or names changed while the plan was made: plan again.",
            "Пока готовился план, настройки или справочники изменились: повторите.");
    private static final Text UNREADABLE = Text.of(
            "This release does not accept the configuration in force, so there is nothing to compare with.",
            "Эта версия не принимает действующие настройки, сравнивать не с чем.");

    private final SharedJudges judges;

    PlanMaking(SharedJudges judges) {
        this.judges = judges;
    }

    Reply make(ReadOnlyStores stores, String id, Bytes draft, Consumer<Duration> rest) {
        var connector = stores.connector(id);
        var names = stores.namesOf(id);
        var before = judges.inForce(id, connector);
        if (before.isEmpty() && connector.active().isPresent()) {
            return Reply.refused(422, "ACTIVE_NOT_VALID", UNREADABLE);
        }
        return switch (judges.draft(id, draft, names)) {
            case SharedJudges.Draft.Refused(var message) -> Reply.refused(422, "REFUSED", Text.of(message, message));
            case SharedJudges.Draft.Valid(var after) -> {
                var planning = new Planning(before, after);
                new PlanScan(stores, id, connector.life(), rest).show(planning, SharedJudges.names(names));
                yield isSame(connector, stores.connector(id))
                        ? new Reply.Answer(PlanView.of(
                                before, after, revision(connector), SharedJudges.names(names), planning.plan()))
                        : Reply.refused(409, "CHANGED", CHANGED);
            }
        };
    }

    /** What was judged by is still what judges. */
    private static boolean isSame(Connector then, Connector now) {
        return then.life() == now.life()
                && then.namesVersion() == now.namesVersion()
                && revision(then).equals(revision(now));
    }

    private static Optional<Long> revision(Connector connector) {
        return connector.active().map(Connector.Active::revision);
    }
}
