package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body to its last byte, so that a cut one is noticed, and notes where its rows lie. */
final class EnvelopeReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Jackson passes on what its parser of decimals says of an exponent that no int holds. */
    private static final String ENDLESS = "a number too large to be read";

    private final byte[] body;
    private final ObjectNode head = MAPPER.createObjectNode();
    private final List<ByteBuffer> rows = new ArrayList<>();
    private Optional<ByteBuffer> data = Optional.empty();

    private EnvelopeReader(byte[] body) {
        this.body = body;
    }

    static Envelope read(byte[] body) throws MalformedBody {
        try (var parser = MAPPER.createParser(body)) {
            return new EnvelopeReader(body).read(parser);
        } catch (JacksonException broken) {
            throw brokenAt(broken, body.length);
        } catch (NumberFormatException endless) {
            throw new MalformedBody(ENDLESS);
        }
    }

    /** One row, or another part of a body, as a tree; number literals keep their scale. */
    static JsonNode tree(ByteBuffer part) throws MalformedBody {
        try {
            return MAPPER.readTree(part.array(), part.arrayOffset() + part.position(), part.remaining());
        } catch (JacksonException broken) {
            throw brokenAt(broken, part.remaining());
        } catch (NumberFormatException endless) {
            throw new MalformedBody(ENDLESS);
        }
    }

    /** Over one row, or another part of a body. */
    static JsonParser parser(ByteBuffer part) {
        return MAPPER.createParser(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }

    private Envelope read(JsonParser parser) throws MalformedBody {
        var first = parser.nextToken();
        var start = parser.currentTokenLocation().getByteOffset();
        if (first == JsonToken.START_ARRAY) {
            data = Optional.of(value(parser));
        } else if (first == JsonToken.START_OBJECT) {
            readFields(parser);
        } else {
            throw new MalformedBody(first == null ? "an empty body" : "a body that is neither an object nor an array");
        }
        var whole = slice(start, parser.currentLocation().getByteOffset());
        if (parser.nextToken() != null) {
            throw new MalformedBody("more than one JSON value in a body");
        }
        return new Envelope(head, data, List.copyOf(rows), whole);
    }

    private void readFields(JsonParser parser) throws MalformedBody {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (name.equals("data") && token.isStructStart()) {
                rows.clear();
                data = Optional.of(value(parser));
            } else {
                head.set(name, parser.<JsonNode>readValueAsTree());
            }
        }
    }

    private ByteBuffer value(JsonParser parser) throws MalformedBody {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var row = struct(parser);
            rows.add(row);
            return row;
        }
        var start = parser.currentTokenLocation().getByteOffset();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new MalformedBody("a row that is no object, at byte "
                        + parser.currentTokenLocation().getByteOffset());
            }
            rows.add(struct(parser));
        }
        return slice(start, parser.currentLocation().getByteOffset());
    }

    private ByteBuffer struct(JsonParser parser) throws MalformedBody {
        var start = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return slice(start, parser.currentLocation().getByteOffset());
    }

    private ByteBuffer slice(long start, long end) throws MalformedBody {
        if (start < 0 || end < start) {
            throw new MalformedBody("a body in another encoding than UTF-8");
        }
        return ByteBuffer.wrap(body, (int) start, (int) (end - start)).slice();
    }

    static MalformedBody brokenAt(JacksonException broken, int length) {
        var location = broken.getLocation();
        var offset = location == null ? -1 : location.getByteOffset();
        return new MalformedBody("broken or cut JSON at byte %d of %d".formatted(offset, length));
    }
}
