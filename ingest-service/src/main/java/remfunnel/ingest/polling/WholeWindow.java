package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import remfunnel.ingest.source.OrderWindow;

/**
 * A window of which every row was seen, each order once, oldest change first.
 *
 * @param readAt the source's time when its first page was asked for
 */
record WholeWindow(OrderWindow window, Instant readAt, List<Sighting> sightings) {
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final Comparator<Sighting> BY_CHANGE = Comparator.comparing(
                    (Sighting sighting) -> sighting.order().modifiedAt())
            .thenComparingLong(sighting -> sighting.order().id());

    WholeWindow {
        sightings = once(sightings).stream().sorted(BY_CHANGE).toList();
    }

    WholeWindow only(Predicate<Sighting> wanted) {
        return new WholeWindow(window, readAt, sightings.stream().filter(wanted).toList());
    }

    /** This one and the one that was read after it, from this one's end on. */
    WholeWindow followedBy(WholeWindow next) {
        return new WholeWindow(
                new OrderWindow(window.field(), window.from(), next.window.to()),
                next.readAt,
                Stream.concat(sightings.stream(), next.sightings.stream()).toList());
    }

    /** Every change up to here was shown, unless a later change of the same order hid it. */
    Instant until() {
        return window.to().orElseGet(() -> lastSecondOver(readAt));
    }

    /** Whether it ends in the very second that was over when it was read, and not long before. */
    boolean reachesThePresent() {
        return !until().isBefore(lastSecondOver(readAt));
    }

    /** What the source dates a change with, it has done by the end of that second. */
    static Instant lastSecondOver(Instant now) {
        return now.minus(TICK).truncatedTo(ChronoUnit.SECONDS);
    }

    /** A row met twice moved while it was read; the later look counts. */
    private static Collection<Sighting> once(List<Sighting> sightings) {
        var latest = new LinkedHashMap<Long, Sighting>();
        sightings.forEach(sighting -> latest.put(sighting.order().id(), sighting));
        return latest.values();
    }
}
