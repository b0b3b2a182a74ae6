package remfunnel.benchmarks.orders;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** An order's payload whose id, last change and status can be others; all else stays byte for byte. */
final class OrderTemplate {
    private final byte[] payload;
    /** Where a number lies, and which. */
    private final TreeMap<Integer, Hole> holes = new TreeMap<>();

    OrderTemplate(byte[] payload) {
        this.payload = payload.clone();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), payload)) {
            parser.nextToken();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                member(parser, name);
            }
        }
        if (holes.size() != Part.values().length) {
            throw new IllegalArgumentException("an order has id, modified_at and status.id, this one just " + holes);
        }
    }

    private enum Part {
        ID,
        MODIFIED_AT,
        STATUS
    }

    private record Hole(Part part, int length) {}

    byte[] with(long id, long modifiedAt, long status) {
        byte[] result = new byte[payload.length + 3 * 20];
        int read = 0;
        int written = 0;
        for (var each : holes.entrySet()) {
            int before = each.getKey() - read;
            System.arraycopy(payload, read, result, written, before);
            byte[] digits = digits(each.getValue().part(), id, modifiedAt, status);
            System.arraycopy(digits, 0, result, written + before, digits.length);
            written += before + digits.length;
            read = each.getKey() + each.getValue().length();
        }
        System.arraycopy(payload, read, result, written, payload.length - read);
        return Arrays.copyOf(result, written + payload.length - read);
    }

    private static byte[] digits(Part part, long id, long modifiedAt, long status) {
        long number = switch (part) {
            case ID -> id;
            case MODIFIED_AT -> modifiedAt;
            case STATUS -> status;
        };
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    private void member(JsonParser parser, String name) {
        parser.nextToken();
        switch (name) {
            case "id" -> hole(parser, Part.ID);
            case "modified_at" -> hole(parser, Part.MODIFIED_AT);
            case "status" -> status(parser);
            default -> parser.skipChildren();
        }
    }

    private void status(JsonParser parser) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && name.equals("id")) {
                hole(parser, Part.STATUS);
            }
            parser.skipChildren();
        }
    }

    private void hole(JsonParser parser, Part part) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        holes.put(from, new Hole(part, parser.getString().length()));
    }
}
