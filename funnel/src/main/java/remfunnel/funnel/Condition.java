package remfunnel.funnel;

import java.util.function.Predicate;

/** A checked condition. */
record Condition(ConditionDraft draft, Field field, Predicate<OrderView> test) {
    boolean matches(OrderView view) {
        return test.test(view);
    }

    boolean is(Action action) {
        return draft.action() == action;
    }

    Verdict judge(int index, OrderView view) {
        return new Verdict(index, draft, matches(view), view.text(field.name()));
    }
}
