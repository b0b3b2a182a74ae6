package remfunnel.transform.query;

import java.util.List;
import java.util.Optional;
import remfunnel.funnel.Explanation;
import remfunnel.funnel.Field;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.NameKind;
import remfunnel.funnel.Names;
import remfunnel.funnel.Order;
import remfunnel.funnel.Stage;
import remfunnel.funnel.Verdict;
import remfunnel.funnel.Vocabulary;
import remfunnel.funnel.history.StageHistory;
import remfunnel.funnel.history.StatusHistory;
import remfunnel.funnel.history.Stay;
import remfunnel.funnel.history.Transition;
import remfunnel.transform.query.ExplainView.ConditionView;
import remfunnel.transform.query.ExplainView.FilterView;
import remfunnel.transform.query.ExplainView.NamedValue;
import remfunnel.transform.query.ExplainView.StageView;
import remfunnel.transform.query.ExplainView.TransitionView;

/** Shows what a funnel says of an order. */
record FunnelViews(Funnel funnel, Names names) {
    FilterView filter(Explanation explanation) {
        var conditions = explanation.verdicts().stream()
                .map(verdict -> condition(verdict, explanation.against().contains(verdict.index())))
                .toList();
        return new FilterView(explanation.match().name(), explanation.against().isEmpty(), conditions);
    }

    private ConditionView condition(Verdict verdict, boolean decides) {
        var condition = verdict.condition();
        return new ConditionView(
                condition.action().name(),
                condition.field(),
                condition.operator().name(),
                condition.values().stream()
                        .map(value -> named(condition.field(), value))
                        .toList(),
                verdict.seen().map(value -> named(condition.field(), value)),
                verdict.matched(),
                decides);
    }

    private NamedValue named(String field, String value) {
        var kind = Vocabulary.standard().named(field).flatMap(Field::reference);
        return new NamedValue(value, kind.flatMap(each -> names.name(each, value)));
    }

    StageView stage(Order order, Stage stage) {
        return new StageView(
                order.statusId(),
                names.name(NameKind.STATUS, Long.toString(order.statusId())),
                stage.id(),
                stage.title(),
                stage.position(),
                stage.marker().map(Enum::name));
    }

    /** As funnel.transitions has them. */
    List<TransitionView> transitions(StatusHistory history) {
        return StageHistory.of(history, funnel).transitions(history).stream()
                .map(FunnelViews::transition)
                .toList();
    }

    private static TransitionView transition(Transition transition) {
        var entry = transition.entry();
        return new TransitionView(
                transition.n(),
                transition.from().map(Stay::stageId),
                transition.to().stageId(),
                entry.statusId(),
                transition.direction().name(),
                entry.after(),
                entry.by(),
                entry.precision().name(),
                Because.of(entry, transition.n() == 0 && entry.after().equals(Optional.of(entry.by()))),
                transition.dwell().map(java.time.Duration::toMillis),
                transition.first());
    }
}
