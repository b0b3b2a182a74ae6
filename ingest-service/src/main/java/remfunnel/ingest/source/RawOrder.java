package remfunnel.ingest.source;

import java.time.Instant;
import java.util.SequencedMap;
import java.util.Set;
import remfunnel.DictionaryKind;

/**
 * An order as received, with the little that polling has to know of it.
 *
 * @param payload v1: the order; v2: {@code {"order":…,"items":…}}, items null when they were not asked for
 * @param references the ids of names that the order points to
 */
public record RawOrder(
        long id,
        Instant createdAt,
        Instant modifiedAt,
        Payload payload,
        SequencedMap<DictionaryKind, Set<String>> references) {
    RawOrder withPayload(Payload other) {
        return new RawOrder(id, createdAt, modifiedAt, other, references);
    }

    /** Of the order without its lines, so that it can be compared before they are paid for. Worked out at each call. */
    public PayloadHash hash() {
        return CanonicalJson.hash(payload.order());
    }

    /** Whether the source listed both in the same bytes, whatever was asked for besides. */
    public boolean isListedAs(RawOrder other) {
        return payload.order().equals(other.payload.order());
    }

    /** The payload holds what clients told the shop, so it stays out of logs. */
    @Override
    public String toString() {
        return "RawOrder[id=%d, modifiedAt=%s]".formatted(id, modifiedAt);
    }
}
