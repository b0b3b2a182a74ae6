package remfunnel.ingest.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of time, in the whole seconds that the source counts in.
 *
 * @param to empty for a window that is open: it reaches as far as the source's time does whenever it is asked for
 */
public record OrderWindow(WindowField field, Instant from, Optional<Instant> to) {
    public OrderWindow {
        Objects.requireNonNull(field, "field");
        requireWholeSecond("from", from);
        to.ifPresent(end -> requireEnd(from, end));
    }

    public static OrderWindow closed(WindowField field, Instant from, Instant to) {
        return new OrderWindow(field, from, Optional.of(to));
    }

    public static OrderWindow since(WindowField field, Instant from) {
        return new OrderWindow(field, from, Optional.empty());
    }

    public boolean isOpen() {
        return to.isEmpty();
    }

    /** As both APIs take them: one border is where the window begins, two are where it begins and ends. */
    public List<Instant> borders() {
        return Stream.concat(Stream.of(from), to.stream()).toList();
    }

    /** For people: from when to when. */
    @Override
    public String toString() {
        return "%s to %s".formatted(from, to.map(Instant::toString).orElse("now"));
    }

    private static void requireEnd(Instant from, Instant to) {
        requireWholeSecond("to", to);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "to %s is before from %s; a window ends where it starts or later".formatted(to, from));
        }
    }

    private static void requireWholeSecond(String name, Instant value) {
        if (!value.equals(value.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "%s %s has a fraction; the source counts in whole seconds".formatted(name, value));
        }
    }
}
