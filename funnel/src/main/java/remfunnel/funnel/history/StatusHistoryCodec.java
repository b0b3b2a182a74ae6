package remfunnel.funnel.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import remfunnel.funnel.compact.CompactReader;
import remfunnel.funnel.compact.CompactWriter;

/**
 * A history as bytes for a state store: compact, deterministic, versioned by the first byte. The version of an order that was gone has its
 * moment in addition, so what earlier releases wrote of all others stays as it is.
 */
final class StatusHistoryCodec {
    private static final int VERSION = 1;
    private static final int VERSION_WITH_GONE = 2;
    private static final int ABSENT = 0;
    private static final int PRESENT = 1;

    /** A code each, so that the order of the constants is free. */
    private static final List<Precision> CODES = List.of(Precision.EXACT, Precision.BOUNDED, Precision.INFERRED);

    private StatusHistoryCodec() {}

    static byte[] encode(StatusHistory history) {
        var out = new CompactWriter().octet(history.gone().isPresent() ? VERSION_WITH_GONE : VERSION);
        history.gone().ifPresent(out::time);
        out.octet(history.newest().isPresent() ? PRESENT : ABSENT);
        history.newest().ifPresent(newest -> out.time(newest.modifiedAt()).time(newest.observedAt()));
        out.integer(history.dropped()).integer(history.entries().size());
        history.entries().forEach(entry -> write(out, entry));
        return out.toBytes();
    }

    static int dropped(byte[] bytes) {
        var in = new CompactReader(bytes);
        var unusedGone = gone(in);
        var unusedNewest = newest(in);
        return Math.toIntExact(in.integer());
    }

    static StatusHistory decode(byte[] bytes) {
        var in = new CompactReader(bytes);
        var gone = gone(in);
        var newest = newest(in);
        int dropped = Math.toIntExact(in.integer());
        var entries = new ArrayList<StatusEntry>();
        for (long left = in.integer(); left > 0; left--) {
            entries.add(read(in));
        }
        return new StatusHistory(newest, gone, entries, dropped);
    }

    private static Optional<Instant> gone(CompactReader in) {
        int version = in.octet();
        return switch (version) {
            case VERSION -> Optional.empty();
            case VERSION_WITH_GONE -> Optional.of(in.time());
            default ->
                throw new IllegalArgumentException(
                        "a history of version " + version + "; this release reads up to " + VERSION_WITH_GONE);
        };
    }

    private static Optional<StatusHistory.Moment> newest(CompactReader in) {
        return optional(in, () -> new StatusHistory.Moment(in.time(), in.time()));
    }

    private static void write(CompactWriter out, StatusEntry entry) {
        out.integer(entry.statusId()).octet(CODES.indexOf(entry.precision())).time(entry.by());
        out.octet(entry.after().isPresent() ? PRESENT : ABSENT);
        entry.after().ifPresent(out::time);
    }

    private static StatusEntry read(CompactReader in) {
        long statusId = in.integer();
        var precision = CODES.get(in.octet());
        Instant by = in.time();
        return new StatusEntry(statusId, optional(in, in::time), by, precision);
    }

    private static <T> Optional<T> optional(CompactReader in, Supplier<T> value) {
        return in.octet() == PRESENT ? Optional.of(value.get()) : Optional.empty();
    }
}
