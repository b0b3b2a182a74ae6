package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What wraps the rows of an answer; the rows stay the bytes that came.
 *
 * @param head every field of the answer but {@code data}; empty for a bare array
 * @param data the bytes of {@code data}, or of the bare array
 * @param rows the objects in data: the elements of an array, or the one object
 * @param whole the bytes of the answer's one JSON value
 */
record Envelope(ObjectNode head, Optional<ByteBuffer> data, List<ByteBuffer> rows, ByteBuffer whole) {
    /** False only where the source says so: v2 has no such flag. */
    boolean successful() {
        return !head.path("success").isBoolean() || head.path("success").booleanValue();
    }

    Optional<Integer> code() {
        var code = number(head.path("code"));
        return code.isPresent() ? Optional.of((int) code.getAsLong()) : Optional.empty();
    }

    OptionalLong page() {
        return number(head.has("page") ? head.path("page") : head.path("paging").path("page"));
    }

    OptionalLong count() {
        return number(
                head.has("count") ? head.path("count") : head.path("paging").path("count"));
    }

    /** What the source says of a refusal: a text, or an object of fields and their faults. */
    Optional<String> message() {
        var message = head.path("message");
        var errors = head.path("errors");
        if (message.isMissingNode() && errors.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of((text(message) + " " + text(errors)).strip());
    }

    /** The source prints some numbers as text. */
    private static OptionalLong number(JsonNode node) {
        var literal = node.asString("");
        return literal.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(literal)) : OptionalLong.empty();
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.isMissingNode() ? "" : node.toString();
    }
}
