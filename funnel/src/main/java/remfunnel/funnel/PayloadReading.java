package remfunnel.funnel;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One pass over one payload: what the rules name goes into the order, the rest is skipped unread. */
final class PayloadReading {
    static final int MOST_CUSTOM_FIELDS = 500;

    private final JsonParser parser;
    private final OrderBuilder order = new OrderBuilder();

    PayloadReading(JsonParser parser) {
        this.parser = parser;
    }

    /** The parser stands at the start of the order's object. */
    OrderBuilder v1() {
        new LineSums().putInto(order, OrderField.PARTS_PRICE, OrderField.PARTS_COST);
        new LineSums().putInto(order, OrderField.OPERATIONS_PRICE, OrderField.OPERATIONS_COST);
        object(OrderRules.V1.rules());
        return order;
    }

    /** The parser stands at the start of the object that holds the order and its items. */
    OrderBuilder v2() {
        for (var property = parser.nextName(); property != null; property = parser.nextName()) {
            parser.nextToken();
            switch (property) {
                case "order" -> nested(OrderRules.V2);
                case "items" -> items();
                default -> parser.skipChildren();
            }
        }
        return order;
    }

    private void object(Map<String, Rule> rules) {
        for (var property = parser.nextName(); property != null; property = parser.nextName()) {
            parser.nextToken();
            switch (rules.get(property)) {
                case null -> {}
                case Rule.Value value -> order.set(value.field(), scalar(value.field()));
                case Rule.Fallback fallback -> order.setFallback(fallback.field(), scalar(fallback.field()));
                case Rule.Nested nested -> nested(nested);
                case Rule.Custom custom -> custom();
                case Rule.Lines lines -> lines(lines);
            }
            parser.skipChildren();
        }
    }

    private Optional<?> scalar(OrderField field) {
        return Scalars.read(parser, field.type());
    }

    /** A later object of the same name replaces the former whole. */
    private void nested(Rule.Nested nested) {
        nested.leaves().forEach(this::forget);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(nested.rules());
        }
        parser.skipChildren();
    }

    private void forget(Rule leaf) {
        switch (leaf) {
            case Rule.Value value -> order.set(value.field(), Optional.empty());
            case Rule.Fallback fallback -> order.setFallback(fallback.field(), Optional.empty());
            case Rule.Custom custom -> order.setCustom(Collections.emptySortedMap());
            case Rule.Nested nested -> throw new IllegalStateException("an object is no leaf");
            case Rule.Lines lines -> {}
        }
    }

    private void custom() {
        var fields = new TreeMap<String, Object>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            for (var key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                var value = Scalars.any(parser);
                CustomFields.nameOfKey(key)
                        .filter(name -> fields.size() <= MOST_CUSTOM_FIELDS)
                        .ifPresent(name ->
                                value.ifPresentOrElse(present -> fields.put(name, present), () -> fields.remove(name)));
                parser.skipChildren();
            }
        }
        order.setCustom(fields);
    }

    private void lines(Rule.Lines rule) {
        var sums = new LineSums();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            eachLine(line -> line.ifPresentOrElse(sums::add, sums::spoil));
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            sums.spoil();
        }
        sums.putInto(order, rule.price(), rule.cost());
    }

    private void items() {
        var sums = new ItemSums();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            eachLine(line -> line.ifPresentOrElse(sums::add, sums::spoil));
        } else {
            sums.spoil();
        }
        sums.putInto(order);
        parser.skipChildren();
    }

    private void eachLine(Consumer<Optional<Line>> consumer) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean isLine = parser.currentToken() == JsonToken.START_OBJECT;
            consumer.accept(isLine ? Optional.of(Line.read(parser)) : Optional.empty());
            parser.skipChildren();
        }
    }
}
