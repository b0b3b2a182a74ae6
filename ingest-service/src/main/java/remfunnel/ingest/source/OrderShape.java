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
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import remfunnel.DictionaryKind;

/** Reads from a row what polling has to know; the row itself becomes the payload. */
final class OrderShape {
    private final List<Pointer> pointers;
    private final Function<ByteBuffer, Payload> payload;
    private final Map<String, Set<String>> wanted;

    /**
     * @param pointers where the ids of names stand
     * @param payload what is kept of the row's bytes
     */
    OrderShape(List<Pointer> pointers, Function<ByteBuffer, Payload> payload) {
        this.pointers = pointers;
        this.payload = payload;
        var paths = Stream.concat(
                Stream.of("/id", "/created_at", "/modified_at"),
                pointers.stream().map(Pointer::path));
        this.wanted = paths.map(path -> path.split("/"))
                .collect(Collectors.groupingBy(
                        path -> path[1],
                        Collectors.flatMapping(path -> Stream.of(path).skip(2), Collectors.toSet())));
    }

    /**
     * A place in an order that holds the id of a name.
     *
     * @param path a JSON pointer to a property, or to one of a property's own
     */
    record Pointer(DictionaryKind kind, String path) {}

    /** What came of a row. */
    sealed interface Row {
        /** It can be polled. */
        record Whole(RawOrder order) implements Row {}

        /** It lacks what polling goes by. */
        record Lacking(UnreadableOrder order) implements Row {}
    }

    Row read(ByteBuffer row) throws MalformedBody {
        var order = OrderScan.of(row, wanted);
        var id = order.text("/id");
        if (!id.matches("\\d{1,18}")) {
            return unreadable("an order whose id is no number", row);
        }
        var created = time(order.text("/created_at"));
        var modified = time(order.text("/modified_at"));
        if (created.isEmpty() && modified.isEmpty()) {
            return unreadable("order %s without created_at and modified_at that are times".formatted(id), row);
        }
        return new Row.Whole(new RawOrder(
                Long.parseLong(id),
                created.or(() -> modified).orElseThrow(),
                modified.or(() -> created).orElseThrow(),
                payload.apply(row),
                references(order)));
    }

    private static Row unreadable(String words, ByteBuffer row) {
        return new Row.Lacking(new UnreadableOrder(words, CanonicalJson.hash(row)));
    }

    private SequencedMap<DictionaryKind, Set<String>> references(OrderScan order) {
        var references = new LinkedHashMap<DictionaryKind, Set<String>>();
        for (var pointer : pointers) {
            var id = order.text(pointer.path());
            if (!id.isBlank()) {
                references
                        .computeIfAbsent(pointer.kind(), kind -> new TreeSet<>())
                        .add(id);
            }
        }
        if (!order.customFields().isEmpty()) {
            references.put(DictionaryKind.ORDER_FIELD, order.customFields());
        }
        return Collections.unmodifiableSequencedMap(references);
    }

    /** Epoch milliseconds (v1) or ISO-8601 (v2), which is UTC where it names no zone. */
    private static Optional<Instant> time(String text) {
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
