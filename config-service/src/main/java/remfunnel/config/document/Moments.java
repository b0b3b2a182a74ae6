package remfunnel.config.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Moments as people write them: a day (its start in the connector's zone), or an ISO-8601 time. */
final class Moments {
    private Moments() {}

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Instant> read(String text, ZoneId zone) {
        return day(text).map(day -> day.atStartOfDay(zone).toInstant()).or(() -> time(text));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String write(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        LocalDate day = there.toLocalDate();
        return day.atStartOfDay(zone).equals(there) ? day.toString() : moment.toString();
    }
}
