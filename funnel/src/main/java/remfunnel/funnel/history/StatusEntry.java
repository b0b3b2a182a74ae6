package remfunnel.funnel.history;

import java.time.Instant;
import java.util.Optional;

/** One entry of an order into a status: it happened after one moment, as far as is known, and by another. */
public record StatusEntry(long statusId, Optional<Instant> after, Instant by, Precision precision) {}
