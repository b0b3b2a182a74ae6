package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What polling has to know of an order, read from token to token: most of an order is passed over, and no tree is made of it. Where a
 * name stands twice, the last counts.
 */
final class OrderScan {
    private static final String CUSTOM_FIELDS = "custom_fields";

    private final Map<String, Set<String>> wanted;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> customFields = new TreeSet<>();

    private OrderScan(Map<String, Set<String>> wanted) {
        this.wanted = wanted;
    }

    /** @param wanted by the name of a property: those below it that are wanted; none where it is wanted itself */
    static OrderScan of(ByteBuffer row, Map<String, Set<String>> wanted) throws MalformedBody {
        var scan = new OrderScan(wanted);
        try (var parser = EnvelopeReader.parser(row)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                scan.property(parser);
            }
        } catch (JacksonException broken) {
            throw EnvelopeReader.brokenAt(broken, row.remaining());
        }
        return scan;
    }

    /** The text or the literal of a value, by its JSON pointer; empty where there is none, for null, and for an object or a list. */
    String text(String pointer) {
        return texts.getOrDefault(pointer, "");
    }

    /** The ids of the order's own fields. */
    Set<String> customFields() {
        return customFields;
    }

    private void property(JsonParser parser) {
        var name = parser.currentName();
        var below = wanted.get(name);
        parser.nextToken();
        if (name.equals(CUSTOM_FIELDS)) {
            readCustomFields(parser);
        } else if (below == null) {
            parser.skipChildren();
        } else if (below.isEmpty()) {
            keep('/' + name, parser);
        } else {
            readBelow(name, below, parser);
        }
    }

    private void readCustomFields(JsonParser parser) {
        customFields.clear();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            customFields.add(parser.currentName());
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private void readBelow(String name, Set<String> below, JsonParser parser) {
        below.forEach(each -> texts.remove('/' + name + '/' + each));
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var inner = parser.currentName();
            parser.nextToken();
            if (below.contains(inner)) {
                keep('/' + name + '/' + inner, parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void keep(String pointer, JsonParser parser) {
        boolean isText = parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL;
        texts.put(pointer, isText ? parser.getString() : "");
        parser.skipChildren();
    }
}
