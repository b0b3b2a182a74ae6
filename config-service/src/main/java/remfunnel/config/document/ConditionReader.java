package remfunnel.config.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.ConditionAction;
import remfunnel.ConditionOperator;
import remfunnel.DictionaryKind;
import remfunnel.FilterCondition;
import remfunnel.funnel.Field;
import remfunnel.funnel.Text;
import remfunnel.funnel.Vocabulary;

/** Reads one condition of a filter: include or exclude, a field, an operator and values. */
final class ConditionReader {
    private final References references;
    private final Faults faults;

    ConditionReader(References references, Faults faults) {
        this.references = references;
        this.faults = faults;
    }

    /** The dictionary that a field's values are ids of. */
    static Optional<DictionaryKind> dictionary(String field) {
        return Vocabulary.standard()
                .named(field)
                .flatMap(Field::reference)
                .map(kind -> DictionaryKind.valueOf(kind.name()));
    }

    Stream<FilterCondition> read(Node node, At at) {
        Section outer = Section.of(node, at, faults, List.of("include", "exclude"));
        if (outer.entries().count() != 1) {
            faults.add(
                    "CONDITION",
                    at,
                    Text.of(
                            "must be one of include: {…} and exclude: {…}",
                            "нужно одно из двух: include: {…} или exclude: {…}"));
            return Stream.empty();
        }
        return Stream.concat(
                condition(outer, "include", ConditionAction.INCLUDE),
                condition(outer, "exclude", ConditionAction.EXCLUDE));
    }

    private Stream<FilterCondition> condition(Section outer, String key, ConditionAction action) {
        return outer
                .section(key, List.of("field", "operator", "values"))
                .map(inner -> condition(inner, action))
                .stream();
    }

    private FilterCondition condition(Section inner, ConditionAction action) {
        String field = inner.required("field", "location");
        inner.required("operator", "equals");
        return FilterCondition.newBuilder()
                .setAction(action)
                .setField(field)
                .setOperator(inner.word("operator", ConditionOperator.class).orElse(ConditionOperator.EQUALS))
                .setValues(inner.list("values", (value, at) -> value(field, value, at)))
                .build();
    }

    private Stream<String> value(String field, Node value, At at) {
        Optional<Node.Scalar> scalar = Section.asScalar(value, at, faults);
        Optional<DictionaryKind> kind = dictionary(field);
        return kind.isEmpty()
                ? scalar.map(Node.Scalar::text).stream()
                : scalar.flatMap(it -> references.id(kind.get(), it, at, faults)).stream();
    }
}
