package remfunnel.funnel;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the values of a condition as the type of its field. */
final class ConditionCompiler {
    private final Field field;
    private final ZoneId zone;
    private final Problems problems;

    ConditionCompiler(Field field, ZoneId zone, Problems problems) {
        this.field = field;
        this.zone = zone;
        this.problems = problems;
    }

    /** Empty when a value has a problem. Operator and number of values are known to fit. */
    Optional<Predicate<OrderView>> test(ConditionDraft draft, String path) {
        return switch (draft.operator()) {
            case IS_EMPTY -> Optional.of(view -> view.text(field.name()).isEmpty());
            case NOT_EQUALS -> equal(draft.values(), path).map(Predicate::not);
            case EQUALS -> equal(draft.values(), path);
            case CONTAINS -> contained(draft.values(), path);
            case GREATER, LESS, BETWEEN -> ordered(draft, path);
        };
    }

    /** A custom field's value equals as the text, the number or the time that it was sent as. */
    private Optional<Predicate<OrderView>> equal(List<String> values, String path) {
        var comparison = field.isCustom() ? Comparison.texts() : Comparison.of(field.type(), zone);
        if (!readable(comparison, values, path)) {
            return Optional.empty();
        }
        var comparisons = field.isCustom()
                ? List.of(comparison, Comparison.numbers(), Comparison.times(zone))
                : List.of(comparison);
        return comparisons.stream()
                .map(each -> each.test(field.name(), Operator.EQUALS, values))
                .reduce(Predicate::or);
    }

    /** Letter case makes no difference. */
    private Optional<Predicate<OrderView>> contained(List<String> values, String path) {
        var wanted = values.stream().map(ConditionCompiler::folded).toList();
        return readable(Comparison.texts(), values, path)
                ? Optional.of(view -> view.text(field.name())
                        .map(ConditionCompiler::folded)
                        .filter(text -> wanted.stream().anyMatch(text::contains))
                        .isPresent())
                : Optional.empty();
    }

    /** A custom field's values are numbers when all of the condition's values are numbers, and times otherwise. */
    private Optional<Predicate<OrderView>> ordered(ConditionDraft draft, String path) {
        var comparison = field.isCustom() ? byUse(draft.values()) : Comparison.of(field.type(), zone);
        boolean fits = readable(comparison, draft.values(), path)
                && (draft.operator() != Operator.BETWEEN || inOrder(comparison, draft.values(), path));
        return fits ? Optional.of(comparison.test(field.name(), draft.operator(), draft.values())) : Optional.empty();
    }

    private Comparison<?> byUse(List<String> values) {
        var times = Comparison.times(zone);
        return values.stream().allMatch(times::reads) ? times : Comparison.numbers();
    }

    private boolean readable(Comparison<?> comparison, List<String> values, String path) {
        boolean all = true;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            var expected = comparison.expected();
            all &= problems.require(
                    comparison.reads(value),
                    path + ".values[" + i + "]",
                    "BAD_VALUE",
                    Text.of(
                            "'" + value + "' does not fit " + field.name() + ": write " + expected.en(),
                            "«" + value + "» не подходит к полю " + field.name() + ": нужно " + expected.ru()));
        }
        return all;
    }

    private boolean inOrder(Comparison<?> comparison, List<String> values, String path) {
        return problems.require(
                comparison.inOrder(values.getFirst(), values.getLast()),
                path + ".values[1]",
                "BAD_ORDER",
                Text.of("the second value is not below the first", "второе значение не меньше первого"));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
