package remfunnel.funnel;

import java.time.LocalDate;

/**
 * A coefficient's value as it was written.
 *
 * @param validFrom a day in the connector's zone
 * @param value a decimal literal
 */
public record DatedValue(LocalDate validFrom, String value) {}
