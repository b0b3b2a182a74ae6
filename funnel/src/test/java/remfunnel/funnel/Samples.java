package remfunnel.funnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The orders of the sample files, each as the bytes the API sent. */
final class Samples {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private Samples() {}

    static byte[] v1(int index) {
        return bytes(rows("v1-order-list-page1.json").get(index));
    }

    /** The order 60000001 of both APIs: closed, with a discount, two parts and two operations. */
    static byte[] v1Closed() {
        return v1(0);
    }

    static byte[] v1OldShape() {
        return bytes(rows("v1-order-list-old-shape.json").getFirst());
    }

    static byte[] v2Closed() {
        return v2(1, text("v2-order-items.json"));
    }

    static byte[] v2ClosedWithoutItems() {
        return v2(1, "null");
    }

    static byte[] v2(int index, String items) {
        return bytes("{\"order\":" + rows("v2-orders-page1.json").get(index) + ",\"items\":" + items + "}");
    }

    static List<byte[]> all(Api api) {
        return switch (api) {
            case V1 -> List.of(v1(0), v1(1), v1(2), v1(3), v1OldShape());
            case V2 -> List.of(v2Closed(), v2ClosedWithoutItems(), v2(0, "[]"));
        };
    }

    static Order order(Api api, byte[] payload) {
        var reading = new OrderReader().read(api, payload);
        if (reading instanceof OrderReading.Read read) {
            return read.order();
        }
        throw new AssertionError(reading);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The rows of the envelope's data, as their own text: a tree would lose the literals. */
    private static List<String> rows(String file) {
        var text = text(file);
        var rows = new ArrayList<String>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            skipToData(parser);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                rows.add(text.substring(from, (int) parser.currentLocation().getCharOffset()));
            }
        }
        return rows;
    }

    private static void skipToData(JsonParser parser) {
        parser.nextToken();
        while (!"data".equals(parser.nextName())) {
            parser.nextToken();
            parser.skipChildren();
        }
        parser.nextToken();
    }

    private static String text(String file) {
        try (var stream = Objects.requireNonNull(Samples.class.getResourceAsStream("/samples/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
