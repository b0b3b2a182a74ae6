package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import remfunnel.DictionaryKind;
import tools.jackson.databind.JsonNode;

/**
 * Reads from a row what polling has to know; the row itself becomes the payload.
 *
 * @param pointers where the ids of names stand, by JSON pointer
 * @param payload what is kept of the row's bytes
 */
record OrderShape(List<Pointer> pointers, Function<ByteBuffer, Payload> payload) {
    /** A place in an order that holds the id of a name. */
    record Pointer(DictionaryKind kind, String path) {}

    /** What came of a row. */
    sealed interface Row {
        /** It can be polled. */
        record Whole(RawOrder order) implements Row {}

        /** It lacks what polling goes by. */
        record Lacking(UnreadableOrder order) implements Row {}
    }

    Row read(ByteBuffer row) throws MalformedBody {
        var order = EnvelopeReader.tree(row);
        var id = order.path("id").asString("");
        if (!id.matches("\\d{1,18}")) {
            return unreadable("an order whose id is no number", order);
        }
        var created = time(order.path("created_at"));
        var modified = time(order.path("modified_at"));
        if (created.isEmpty() && modified.isEmpty()) {
            return unreadable("order %s without created_at and modified_at that are times".formatted(id), order);
        }
        return new Row.Whole(new RawOrder(
                Long.parseLong(id),
                created.or(() -> modified).orElseThrow(),
                modified.or(() -> created).orElseThrow(),
                payload.apply(row),
                CanonicalJson.hash(order),
                references(order)));
    }

    private static Row unreadable(String words, JsonNode order) {
        return new Row.Lacking(new UnreadableOrder(words, CanonicalJson.hash(order)));
    }

    private SequencedMap<DictionaryKind, Set<String>> references(JsonNode order) {
        var references = new LinkedHashMap<DictionaryKind, Set<String>>();
        for (var pointer : pointers) {
            var id = order.at(pointer.path()).asString("");
            if (!id.isBlank()) {
                references
                        .computeIfAbsent(pointer.kind(), kind -> new TreeSet<>())
                        .add(id);
            }
        }
        var fields = new TreeSet<>(order.path("custom_fields").propertyNames());
        if (!fields.isEmpty()) {
            references.put(DictionaryKind.ORDER_FIELD, fields);
        }
        return Collections.unmodifiableSequencedMap(references);
    }

    /** Epoch milliseconds (v1) or ISO-8601 (v2), which is UTC where it names no zone. */
    private static Optional<Instant> time(JsonNode node) {
        var text = node.asString("");
        if (text.matches("\\d{1,15}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
