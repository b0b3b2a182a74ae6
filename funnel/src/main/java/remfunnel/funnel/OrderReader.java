package remfunnel.funnel;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads an order from the JSON of either API, in one pass. Thread-safe. */
public final class OrderReader {
    /** A larger payload is no order. */
    public static final int LARGEST_PAYLOAD = 8 * 1024 * 1024;

    private static final List<OrderField> REQUIRED =
            List.of(OrderField.ID_, OrderField.CREATED_AT, OrderField.MODIFIED_AT, OrderField.STATUS);

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxDocumentLength(LARGEST_PAYLOAD)
            .maxNestingDepth(64)
            .maxNumberLength(200)
            .maxNameLength(1_000)
            .maxStringLength(1024 * 1024)
            .build();

    private final JsonFactory json =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();

    /**
     * Never throws. Unreadable is what is no JSON, is out of bounds, or lacks the id, created_at, modified_at or status id;
     * any other value that cannot be read as its type is missing.
     *
     * @param payload v1: the order's object; v2: {@code {"order":…,"items":[…]}}, items null when they were not fetched
     */
    public OrderReading read(Api api, byte[] payload) {
        if (payload.length > LARGEST_PAYLOAD) {
            return new OrderReading.Unreadable(
                    "the payload has " + payload.length + " bytes, an order has at most " + LARGEST_PAYLOAD);
        }
        try (var parser = json.createParser(ObjectReadContext.empty(), payload)) {
            return read(api, parser);
        } catch (JacksonException broken) {
            return new OrderReading.Unreadable(reason(broken));
        }
    }

    private static OrderReading read(Api api, JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return new OrderReading.Unreadable("the payload is no JSON object");
        }
        var reading = new PayloadReading(parser);
        var order = api == Api.V1 ? reading.v1() : reading.v2();
        if (parser.nextToken() != null) {
            return new OrderReading.Unreadable("the payload goes on after its JSON object");
        }
        Derivation.apply(api, order);
        return problem(order)
                .<OrderReading>map(OrderReading.Unreadable::new)
                .orElseGet(() -> new OrderReading.Read(order.build()));
    }

    private static Optional<String> problem(OrderBuilder order) {
        if (order.customFields() > PayloadReading.MOST_CUSTOM_FIELDS) {
            return Optional.of("more than " + PayloadReading.MOST_CUSTOM_FIELDS + " custom fields");
        }
        for (var required : REQUIRED) {
            if (!order.has(required)) {
                return Optional.of("no readable " + required.field().name() + ", which every order has");
            }
        }
        return Optional.empty();
    }

    /** The parser's own message may quote the payload, and with it a client's name. */
    private static String reason(JacksonException broken) {
        long place = broken.getLocation() == null ? -1 : broken.getLocation().getByteOffset();
        return switch (broken) {
            case StreamConstraintsException bounds -> "nesting, a number or a text beyond its bounds at byte " + place;
            case UnexpectedEndOfInputException end -> "the JSON ends too early, at byte " + place;
            default -> "malformed JSON at byte " + place;
        };
    }
}
