package remfunnel.funnel.history;

import java.time.Instant;
import java.util.Optional;

/**
 * One reading of an order.
 *
 * @param observedAt when the API answered
 * @param changedAfter the order is known not to have changed before it
 * @param exactMoment when a webhook names the moment of the status change
 */
public record Observation(Instant observedAt, Optional<Instant> changedAfter, Optional<Instant> exactMoment) {}
