package remfunnel.funnel;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks the filter of a draft. */
final class FilterCompiler {
    private static final int MOST_CONDITIONS = 50;
    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_VALUE = 1_000;

    private final Vocabulary vocabulary;
    private final ZoneId zone;
    private final Problems problems;

    FilterCompiler(Vocabulary vocabulary, ZoneId zone, Problems problems) {
        this.vocabulary = vocabulary;
        this.zone = zone;
        this.problems = problems;
    }

    Filter compile(FilterDraft draft) {
        var conditions = new ArrayList<Condition>();
        if (problems.requireAtMost(MOST_CONDITIONS, draft.conditions(), "filter.conditions")) {
            IntStream.range(0, draft.conditions().size())
                    .forEach(i -> compile(draft.conditions().get(i), "filter.conditions[" + i + "]", conditions));
        }
        return new Filter(draft.match(), conditions);
    }

    private void compile(ConditionDraft draft, String path, List<Condition> conditions) {
        var field = vocabulary.named(draft.field());
        if (field.isEmpty()) {
            problems.add(path + ".field", "UNKNOWN_FIELD", vocabulary.unknown(draft.field()));
            return;
        }
        int before = problems.count();
        checkOperator(field.get(), draft.operator(), path);
        checkCount(draft, path + ".values");
        checkLengths(draft.values(), path + ".values");
        if (problems.count() == before) {
            new ConditionCompiler(field.get(), zone, problems)
                    .test(draft, path)
                    .ifPresent(test -> conditions.add(new Condition(draft, field.get(), test)));
        }
    }

    private void checkOperator(Field field, Operator operator, String path) {
        problems.require(
                field.operators().contains(operator),
                path + ".operator",
                "OPERATOR_DOES_NOT_FIT",
                fitting(operator, field));
    }

    private static Text fitting(Operator operator, Field field) {
        var fitting = field.operators().stream().map(Operator::toString).collect(Collectors.joining(", "));
        return Text.of(
                operator + " does not fit " + field.name() + "; these do: " + fitting,
                operator + " не подходит к полю " + field.name() + "; подходят: " + fitting);
    }

    private void checkCount(ConditionDraft draft, String path) {
        int count = draft.values().size();
        switch (draft.operator()) {
            case IS_EMPTY ->
                problems.require(
                        count == 0,
                        path,
                        "NO_VALUES_WANTED",
                        Text.of("is-empty takes no values", "у is-empty нет значений"));
            case BETWEEN ->
                problems.require(
                        count == 2,
                        path,
                        "TWO_VALUES_WANTED",
                        Text.of("between takes two values: from and to", "у between два значения: от и до"));
            case EQUALS, NOT_EQUALS, CONTAINS, GREATER, LESS ->
                problems.require(
                        count > 0,
                        path,
                        "VALUES_WANTED",
                        Text.of("give at least one value", "укажите хотя бы одно значение"));
        }
    }

    private void checkLengths(List<String> values, String path) {
        problems.requireAtMost(MOST_VALUES, values, path);
        problems.require(
                values.stream().allMatch(value -> value.length() <= LONGEST_VALUE),
                path,
                "VALUE_TOO_LONG",
                Text.of(
                        "a value has at most " + LONGEST_VALUE + " characters",
                        "значение не длиннее " + LONGEST_VALUE + " знаков"));
    }
}
