package remfunnel.config.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** The part of a funnel that is looked at: days of creation, both included, and locations; no location means all. */
record Slice(Optional<LocalDate> from, Optional<LocalDate> to, Set<String> locations) {
    Slice {
        locations = Set.copyOf(locations);
    }

    boolean holds(LocalDate day, Optional<Long> location) {
        return from.filter(day::isBefore).isEmpty()
                && to.filter(day::isAfter).isEmpty()
                && (locations.isEmpty()
                        || locations.contains(location.map(String::valueOf).orElse("-")));
    }

    boolean holds(Row row, ZoneId zone) {
        return holds(LocalDate.ofInstant(row.created(), zone), row.location());
    }
}
