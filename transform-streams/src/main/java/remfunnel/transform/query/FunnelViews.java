package remfunnel.transform.query;

import remfunnel.funnel.Explanation;
import remfunnel.funnel.Field;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.NameKind;
import remfunnel.funnel.Names;
import remfunnel.funnel.Order;
import remfunnel.funnel.Stage;
import remfunnel.funnel.Verdict;
import remfunnel.funnel.Vocabulary;
import remfunnel.transform.query.ExplainView.ConditionView;
import remfunnel.transform.query.ExplainView.FilterView;
import remfunnel.transform.query.ExplainView.NamedValue;
import remfunnel.transform.query.ExplainView.StageView;

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
}
