package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Moments and days as texts and numbers write them. */
final class Times {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final int LONGEST = 40;

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter();

    /** As accounts from before 2020 hold days in fields of their own. */
    private static final DateTimeFormatter DOTTED_DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    static Optional<Instant> ofEpochMillis(long millis) {
        return millis < EARLIEST.toEpochMilli() || millis > LATEST.toEpochMilli()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Optional<Instant> ofEpochMillis(BigDecimal millis) {
        try {
            return ofEpochMillis(millis.longValueExact());
        } catch (ArithmeticException notWholeOrTooLarge) {
            return Optional.empty();
        }
    }

    /** A date and time, in UTC where no offset is given. */
    static Optional<Instant> moment(String text) {
        if (!looksDated(text) || text.indexOf('T') < 0) {
            return Optional.empty();
        }
        try {
            return bounded(
                    switch (DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
                        case OffsetDateTime withOffset -> withOffset.toInstant();
                        case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                        default ->
                            throw new IllegalStateException("parseBest returned neither of what it was asked for");
                    });
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    /** A day, {@code 2026-01-31}. */
    static Optional<LocalDate> day(String text) {
        return day(text, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    /** A moment, or the start of a day ({@code 2026-01-31} or {@code 31.01.2026}) in the zone. */
    static Optional<Instant> momentOrDay(String text, ZoneId zone) {
        return moment(text)
                .or(() -> day(text)
                        .or(() -> day(text, DOTTED_DAY))
                        .map(day -> day.atStartOfDay(zone).toInstant()));
    }

    private static Optional<LocalDate> day(String text, DateTimeFormatter format) {
        if (!looksDated(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, format))
                    .filter(day -> day.getYear() >= 1 && day.getYear() <= 9999);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Most texts are no dates: they should not cost an exception. */
    private static boolean looksDated(String text) {
        return text.length() >= 10
                && text.length() <= LONGEST
                && Character.isDigit(text.charAt(0))
                && Character.isDigit(text.charAt(9));
    }

    private static Optional<Instant> bounded(Instant moment) {
        return moment.isBefore(EARLIEST) || moment.isAfter(LATEST)
                ? Optional.empty()
                : Optional.of(moment.truncatedTo(ChronoUnit.MILLIS));
    }
}
