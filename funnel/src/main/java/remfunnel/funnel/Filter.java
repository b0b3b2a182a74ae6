package remfunnel.funnel;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which orders count: none that an EXCLUDE matches, and all or one of the INCLUDEs where there are any. */
record Filter(Match match, List<Condition> conditions) {
    Filter {
        conditions = List.copyOf(conditions);
    }

    boolean passes(OrderView view) {
        Predicate<Condition> matches = condition -> condition.matches(view);
        return of(Action.EXCLUDE).stream().noneMatch(matches) && isIncluded(of(Action.INCLUDE), matches);
    }

    List<Verdict> verdicts(OrderView view) {
        return IntStream.range(0, conditions.size())
                .mapToObj(index -> conditions.get(index).judge(index, view))
                .toList();
    }

    private boolean isIncluded(List<Condition> includes, Predicate<Condition> matches) {
        return switch (match) {
            case ALL -> includes.stream().allMatch(matches);
            case ANY -> includes.isEmpty() || includes.stream().anyMatch(matches);
        };
    }

    private List<Condition> of(Action action) {
        return conditions.stream().filter(condition -> condition.is(action)).toList();
    }
}
