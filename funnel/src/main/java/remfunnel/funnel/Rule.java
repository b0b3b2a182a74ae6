package remfunnel.funnel;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the reader does with one property of a JSON object; properties without a rule are skipped. */
sealed interface Rule {
    /** The value is this field's. */
    record Value(OrderField field) implements Rule {}

    /** The value is this field's where the field itself is missing. */
    record Fallback(OrderField field) implements Rule {}

    /** The object holds more properties with rules. */
    record Nested(Map<String, Rule> rules) implements Rule {}

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
    static Map<String, Rule> union(Map<String, Rule> one, Map<String, Rule> other) {
        return Stream.of(one, other)
                .flatMap(rules -> rules.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
