package remfunnel.benchmarks.judge;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The least that reading can be: the fields of the vocabulary from a v1 order into an array, nothing derived, nothing checked. */
final class BareReader {
    private static final Map<String, Integer> FIELDS = Map.ofEntries(
            Map.entry("id", 0),
            Map.entry("id_label", 1),
            Map.entry("created_at", 2),
            Map.entry("modified_at", 3),
            Map.entry("done_at", 4),
            Map.entry("closed_at", 5),
            Map.entry("branch_id", 6),
            Map.entry("manager_id", 7),
            Map.entry("engineer_id", 8),
            Map.entry("brand", 9),
            Map.entry("model", 10),
            Map.entry("kindof_good", 11),
            Map.entry("serial", 12),
            Map.entry("urgent", 13),
            Map.entry("price", 14),
            Map.entry("discount_sum", 15),
            Map.entry("payed", 16),
            Map.entry("estimated_cost", 17));
    private static final Map<String, Set<String>> NESTED = Map.of(
            "status", Set.of("id", "group"),
            "order_type", Set.of("id"),
            "ad_campaign", Set.of("id"),
            "client", Set.of("id", "juridical"),
            "marketing_source", Set.of("id"),
            "asset", Set.of("brand", "model", "group", "uid"));
    private static final Set<String> LINES = Set.of("parts", "operations");
    private static final String OWN_FIELDS = "custom_fields";
    private static final Set<String> LINE = Set.of("amount", "price", "cost");

    private final JsonFactory json = new JsonFactory();

    Object[] read(byte[] payload) {
        var found = new Object[32];
        try (var parser = json.createParser(ObjectReadContext.empty(), payload)) {
            parser.nextToken();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                member(parser, name, found);
            }
        }
        return found;
    }

    private static void member(JsonParser parser, String name, Object[] found) {
        var slot = FIELDS.get(name);
        if (slot != null) {
            found[slot] = scalar(parser);
        } else if (NESTED.containsKey(name)) {
            found[18 + Math.floorMod(name.hashCode(), 8)] = object(parser, NESTED.get(name)::contains);
        } else if (name.equals(OWN_FIELDS)) {
            found[31] = object(parser, any -> true);
        } else if (LINES.contains(name)) {
            found[26 + Math.floorMod(name.hashCode(), 4)] = lines(parser);
        } else {
            parser.skipChildren();
        }
    }

    private static BigDecimal lines(JsonParser parser) {
        var last = BigDecimal.ZERO;
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return last;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (object(parser, LINE::contains) instanceof BigDecimal value) {
                last = value;
            }
        }
        return last;
    }

    private static Object object(JsonParser parser, Predicate<String> wanted) {
        Object last = null;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return last;
        }
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (wanted.test(name)) {
                last = scalar(parser);
            } else {
                parser.skipChildren();
            }
        }
        return last;
    }

    private static Object scalar(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_STRING -> parser.getString();
            default -> {
                parser.skipChildren();
                yield "";
            }
        };
    }
}
