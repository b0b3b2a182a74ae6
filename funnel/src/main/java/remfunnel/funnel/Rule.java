package remfunnel.funnel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the reader does with one property of a JSON object; properties without a rule are skipped. */
sealed interface Rule {
    /** The value is this field's. */
    record Value(OrderField field) implements Rule {}

    /** The value is this field's where the field itself is missing. */
    record Fallback(OrderField field) implements Rule {}

    /**
     * The object holds more properties with rules.
     *
     * @param leaves the rules that set a field, of this object and of those within it
     */
    record Nested(Map<String, Rule> rules, List<Rule> leaves) implements Rule {
        Nested(Map<String, Rule> rules) {
            this(
                    Map.copyOf(rules),
                    rules.values().stream()
                            .flatMap(rule -> rule instanceof Nested nested ? nested.leaves().stream() : Stream.of(rule))
                            .toList());
        }
    }

    /** The object holds the account's own fields. */
    record Custom() implements Rule {}

    /** The array holds the lines of these fields. */
    record Lines(OrderField price, OrderField cost) implements Rule {}

    static Map.Entry<String, Rule> value(String property, OrderField field) {
        return Map.entry(property, new Value(field));
    }

    static Map.Entry<String, Rule> fallback(String property, OrderField field) {
        return Map.entry(property, new Fallback(field));
    }

    static Map.Entry<String, Rule> nested(String property, Map<String, Rule> rules) {
        return Map.entry(property, new Nested(rules));
    }

    static Map.Entry<String, Rule> lines(String property, OrderField price, OrderField cost) {
        return Map.entry(property, new Lines(price, cost));
    }

    /** All of both. */
    static Nested union(Map<String, Rule> one, Map<String, Rule> other) {
        return new Nested(Stream.of(one, other)
                .flatMap(rules -> rules.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
