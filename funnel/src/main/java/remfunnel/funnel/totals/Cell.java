package remfunnel.funnel.totals;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What orders are added up by, within a connector.
 *
 * @param day of the orders' creation in the connector's time zone
 * @param location id; empty for orders without one
 */
public record Cell(LocalDate day, Optional<Long> location, String stageId) {}
