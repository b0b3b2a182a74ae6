package remfunnel.funnel;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Reads the value a parser stands at; absent is what is null, empty, nested, or not of the type that is wanted. */
final class Scalars {
    /** Longer texts are cut: a state store is no place for a novel. */
    static final int LONGEST_TEXT = 4_096;

    private static final char REPLACEMENT = '\uFFFD';

    private Scalars() {}

    static Optional<?> read(JsonParser parser, FieldType type) {
        return switch (type) {
            case ID -> id(parser);
            case TEXT -> text(parser);
            case MONEY, NUMBER -> decimal(parser);
            case TIME -> time(parser);
            case FLAG -> flag(parser);
        };
    }

    static Optional<BigDecimal> decimal(JsonParser parser) {
        if (isWhole(parser)) {
            return Optional.of(BigDecimal.valueOf(parser.getLongValue()));
        }
        return isText(parser) || isNumber(parser) ? literal(parser) : Optional.empty();
    }

    /** Among the parser's own characters: hardly any is worth a text of its own. */
    private static Optional<BigDecimal> literal(JsonParser parser) {
        var read = ShortDecimal.read(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        return read.isPresent() ? read : Decimals.parse(parser.getString());
    }

    /** A custom field's value in whatever type it was sent. */
    static Optional<?> any(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> text(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE, VALUE_FALSE -> flag(parser);
            default -> Optional.empty();
        };
    }

    static Optional<String> text(JsonParser parser) {
        return parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL
                ? Optional.of(parser.getString())
                        .filter(text -> !text.isEmpty())
                        .map(Scalars::storable)
                : Optional.empty();
    }

    private static Optional<Object> time(JsonParser parser) {
        if (isWhole(parser)) {
            return Times.ofEpochMillis(parser.getLongValue()).map(Object.class::cast);
        }
        var millis = decimal(parser);
        return millis.isPresent()
                ? millis.flatMap(Times::ofEpochMillis).map(Object.class::cast)
                : text(parser).flatMap(Times::moment).map(Object.class::cast);
    }

    private static Optional<Boolean> flag(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> id(JsonParser parser) {
        return isWhole(parser)
                ? Optional.of(parser.getLongValue()).filter(id -> id >= 0)
                : decimal(parser).flatMap(Scalars::id);
    }

    static Optional<Long> id(BigDecimal number) {
        try {
            return Optional.of(number.longValueExact()).filter(id -> id >= 0);
        } catch (ArithmeticException noId) {
            return Optional.empty();
        }
    }

    /** Within bounds, and such that UTF-8 gives it back: half a surrogate pair would not come back from a store. */
    private static String storable(String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return hasSurrogates(cut) ? withoutHalves(cut) : cut;
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutHalves(String text) {
        return text.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A whole number that a long holds. */
    private static boolean isWhole(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER;
    }

    private static boolean isText(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    private static boolean isNumber(JsonParser parser) {
        return parser.currentToken().isNumeric();
    }
}
