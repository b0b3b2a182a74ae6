package remfunnel.funnel;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Which verdicts keep an order out: it passes where there are none. */
    List<Integer> against(List<Verdict> verdicts) {
        var missed = of(Action.INCLUDE, verdicts)
                .filter(verdict -> !verdict.matched())
                .toList();
        long includes = of(Action.INCLUDE, verdicts).count();
        boolean excuses = match == Match.ANY && missed.size() < includes;
        return Stream.concat(
                        of(Action.EXCLUDE, verdicts).filter(Verdict::matched),
                        excuses ? Stream.empty() : missed.stream())
                .map(Verdict::index)
                .sorted()
                .toList();
    }

    private static Stream<Verdict> of(Action action, List<Verdict> verdicts) {
        return verdicts.stream().filter(verdict -> verdict.condition().action() == action);
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
