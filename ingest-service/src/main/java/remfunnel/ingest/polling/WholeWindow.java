package remfunnel.ingest.polling;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import remfunnel.ingest.source.OrderWindow;

/** A window of which every row was seen, each order once, oldest change first. */
record WholeWindow(OrderWindow window, List<Sighting> sightings) {
    private static final Comparator<Sighting> BY_CHANGE = Comparator.comparing(
                    (Sighting sighting) -> sighting.order().modifiedAt())
            .thenComparingLong(sighting -> sighting.order().id());

    WholeWindow {
        sightings = once(sightings).stream().sorted(BY_CHANGE).toList();
    }

    WholeWindow only(Predicate<Sighting> wanted) {
        return new WholeWindow(window, sightings.stream().filter(wanted).toList());
    }

    /** A row met twice moved while it was read; the later look counts. */
    private static Collection<Sighting> once(List<Sighting> sightings) {
        var latest = new LinkedHashMap<Long, Sighting>();
        sightings.forEach(sighting -> latest.put(sighting.order().id(), sighting));
        return latest.values();
    }
}
