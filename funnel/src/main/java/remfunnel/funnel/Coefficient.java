package remfunnel.funnel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** A value that changes on certain days; before the first of them it is missing. */
record Coefficient(String name, NavigableMap<LocalDate, BigDecimal> values) {
    Optional<BigDecimal> on(LocalDate day) {
        return entryOn(day).map(Map.Entry::getValue);
    }

    /** With the day that the value is valid from. */
    Optional<Map.Entry<LocalDate, BigDecimal>> entryOn(LocalDate day) {
        return Optional.ofNullable(values.floorEntry(day));
    }
}
