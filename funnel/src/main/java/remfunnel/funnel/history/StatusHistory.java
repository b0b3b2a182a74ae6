package remfunnel.funnel.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Order;

/** The statuses an order was seen in, and the newest event known of it. Immutable. */
@SuppressWarnings("DoNotCallSuggester")
public final class StatusHistory {
    private StatusHistory() {}

    public static StatusHistory empty() {
        throw new UnsupportedOperationException();
    }

    /** Whether an event is older than the newest known (modified_at, then observed_at): such an event changes nothing. */
    public boolean isStale(Instant modifiedAt, Instant observedAt) {
        throw new UnsupportedOperationException();
    }

    /** With what a reading of the order adds; the same when the reading is stale. */
    public StatusHistory observe(Order order, Observation observation) {
        throw new UnsupportedOperationException();
    }

    /** With an event that carries no order, such as the news that it is gone. */
    public StatusHistory noted(Instant modifiedAt, Instant observedAt) {
        throw new UnsupportedOperationException();
    }

    public List<StatusEntry> entries() {
        throw new UnsupportedOperationException();
    }

    /** The latest entry into the stage the order is in; empty before the first reading. */
    public Optional<StatusEntry> currentEntry(Funnel funnel) {
        throw new UnsupportedOperationException();
    }

    public byte[] encode() {
        throw new UnsupportedOperationException();
    }

    public static StatusHistory decode(byte[] bytes) {
        throw new UnsupportedOperationException();
    }
}
