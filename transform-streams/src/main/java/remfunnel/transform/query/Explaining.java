package remfunnel.transform.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.stereotype.Component;
import remfunnel.FunnelFact;
import remfunnel.OrderEvent;
import remfunnel.funnel.Explanation;
import remfunnel.funnel.Order;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.Topics;
import remfunnel.transform.query.ExplainView.EventView;
import remfunnel.transform.query.ExplainView.FormulaView;
import remfunnel.transform.query.ExplainView.RawJson;
import remfunnel.transform.query.ExplainView.TransitionView;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Origin;
import remfunnel.transform.state.ReadOnlyStores;
import remfunnel.transform.state.Standing;
import remfunnel.transform.topology.SharedJudges;

/** Says of one order all that is known, and why the funnel says what it says. */
@Component
class Explaining {
    private final SharedJudges judges;
    private final Events events;
    private final SharedReader<FunnelFact> facts;

    Explaining(SharedJudges judges, Events events, Records records) {
        this.judges = judges;
        this.events = events;
        this.facts = new SharedReader<>(records, Topics.FACTS);
    }

    Reply answer(ReadOnlyStores stores, String id, long order) {
        try {
            return new Reply.Answer(explain(stores, id, order));
        } catch (RegistryUnavailableException | RetriableException away) {
            return Reply.dependencyAway(away.getMessage());
        }
    }

    private ExplainView explain(ReadOnlyStores stores, String id, long order) {
        var connector = stores.connector(id);
        return stores.order(new OrderKey(id, order))
                .filter(known -> known.life() >= connector.life())
                .map(known -> known(stores, connector, new Asked(id, order, known)))
                .orElseGet(() -> ExplainView.unknown(id, order, revision(connector)));
    }

    private record Asked(String connector, long order, KnownOrder known) {}

    private ExplainView known(ReadOnlyStores stores, Connector connector, Asked asked) {
        var named = stores.namesOf(asked.connector());
        var names = SharedJudges.names(named);
        var inForce = judges.inForce(asked.connector(), connector);
        var funnel = inForce.map(each -> new FunnelViews(each, names));
        var order = asked.known().asRead();
        var explained = funnel.flatMap(by -> order.filter(each -> isThere(asked.known()))
                .map(each -> by.funnel().explain(each, names)));
        return new ExplainView(
                asked.connector(),
                asked.order(),
                order.flatMap(Order::number),
                asked.known().standing().name(),
                revision(connector),
                judges.isBehind(connector, inForce, named, asked.known()),
                Optional.of(event(asked.known().origin())),
                explained.flatMap(why -> funnel.map(by -> by.filter(why))),
                explained.flatMap(why -> funnel.flatMap(by -> order.map(each -> by.stage(each, why.stage())))),
                explained.map(Explaining::formulas).orElse(List.of()),
                fact(asked.known()).map(FactView::of),
                asked.known().transitions().stream()
                        .map(each -> TransitionView.of(each, order.map(Order::createdAt)))
                        .toList());
    }

    private static boolean isThere(KnownOrder known) {
        return known.standing() != Standing.DELETED;
    }

    private static List<FormulaView> formulas(Explanation explanation) {
        return explanation.formulas().stream().map(FormulaViews::of).toList();
    }

    private static Optional<Long> revision(Connector connector) {
        return connector.active().map(Connector.Active::revision);
    }

    private Optional<FunnelFact> fact(KnownOrder known) {
        return Optional.of(known.published())
                .filter(published -> !published.isNothing())
                .flatMap(published -> facts.read(published.fact().get()));
    }

    private EventView event(Origin origin) {
        var found = events.at(origin);
        var event = found.map(EventRecord::event);
        return new EventView(
                Topics.ORDERS.name(),
                origin.partition(),
                origin.offset(),
                found.map(EventRecord::time),
                event.map(each -> each.getKind().name()),
                event.map(each -> each.getSource().name()),
                event.map(each -> each.getApi().name()),
                event.map(OrderEvent::getModifiedAt),
                event.map(OrderEvent::getObservedAt),
                event.flatMap(each -> Optional.ofNullable(each.getChangedAfter())),
                event.map(Explaining::payload).filter(text -> !text.isEmpty()).map(RawJson::of));
    }

    private static String payload(OrderEvent event) {
        return StandardCharsets.UTF_8.decode(event.getPayload().duplicate()).toString();
    }
}
