package remfunnel.ingest.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** A closed stretch of time, in the whole seconds that the source counts in. */
public record OrderWindow(WindowField field, Instant from, Instant to) {
    public OrderWindow {
        Objects.requireNonNull(field, "field");
        requireWholeSecond("from", from);
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
