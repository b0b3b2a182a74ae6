package remfunnel.funnel;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A part, a service or a v2 item of an order. */
record Line(Kind kind, Optional<BigDecimal> amount, Optional<BigDecimal> price, Optional<BigDecimal> cost) {
    /** What a v2 item is; v1 keeps parts and operations apart by itself. */
    enum Kind {
        PRODUCT,
        SERVICE,
        UNKNOWN
    }

    /** The parser stands at the start of the line's object and is left at its end. */
    static Line read(JsonParser parser) {
        var kind = Kind.UNKNOWN;
        var amount = Optional.<BigDecimal>empty();
        var price = Optional.<BigDecimal>empty();
        var cost = Optional.<BigDecimal>empty();
        for (var property = parser.nextName(); property != null; property = parser.nextName()) {
            parser.nextToken();
            switch (property) {
                case "amount", "quantity" -> amount = Scalars.decimal(parser);
                case "price" -> price = Scalars.decimal(parser);
                case "cost" -> cost = Scalars.decimal(parser);
                case "entity" -> kind = kind(parser);
                default -> {}
            }
            parser.skipChildren();
        }
        return new Line(kind, amount, price, cost);
    }

    private static Kind kind(JsonParser parser) {
        var kind = Kind.UNKNOWN;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return kind;
        }
        for (var property = parser.nextName(); property != null; property = parser.nextName()) {
            parser.nextToken();
            if (property.equals("type")) {
                kind = kindNamed(Scalars.text(parser).orElse(""));
            }
            parser.skipChildren();
        }
        return kind;
    }

    private static Kind kindNamed(String name) {
        return switch (name) {
            case "product" -> Kind.PRODUCT;
            case "service" -> Kind.SERVICE;
            default -> Kind.UNKNOWN;
        };
    }
}
