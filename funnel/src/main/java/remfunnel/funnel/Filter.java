package remfunnel.funnel;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which orders count: none that an EXCLUDE matches, and all or one of the INCLUDEs where there are any.
 *
 * @param conditions all of them, in their order
 */
record Filter(Match match, List<Condition> conditions, List<Condition> excludes, List<Condition> includes) {
    Filter(Match match, List<Condition> conditions) {
        this(match, List.copyOf(conditions), of(Action.EXCLUDE, conditions), of(Action.INCLUDE, conditions));
    }

    boolean passes(OrderView view) {
        return !anyMatches(excludes, view) && isIncluded(view);
    }

    List<Verdict> verdicts(OrderView view) {
        return IntStream.range(0, conditions.size())
                .mapToObj(index -> conditions.get(index).judge(index, view))
                .toList();
    }

    /** Which verdicts keep an order out: it passes where there are none. */
    List<Integer> against(List<Verdict> verdicts) {
        var missed = verdicts(Action.INCLUDE, verdicts)
                .filter(verdict -> !verdict.matched())
                .toList();
        boolean excuses = match == Match.ANY && missed.size() < includes.size();
        return Stream.concat(
                        verdicts(Action.EXCLUDE, verdicts).filter(Verdict::matched),
                        excuses ? Stream.empty() : missed.stream())
                .map(Verdict::index)
                .sorted()
                .toList();
    }

    private static Stream<Verdict> verdicts(Action action, List<Verdict> verdicts) {
        return verdicts.stream().filter(verdict -> verdict.condition().action() == action);
    }

    private boolean isIncluded(OrderView view) {
        return switch (match) {
            case ALL -> allMatch(includes, view);
            case ANY -> includes.isEmpty() || anyMatches(includes, view);
        };
    }

    private static boolean anyMatches(List<Condition> conditions, OrderView view) {
        for (var condition : conditions) {
            if (condition.matches(view)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allMatch(List<Condition> conditions, OrderView view) {
        for (var condition : conditions) {
            if (!condition.matches(view)) {
                return false;
            }
        }
        return true;
    }

    private static List<Condition> of(Action action, List<Condition> conditions) {
        return conditions.stream().filter(condition -> condition.is(action)).toList();
    }
}
