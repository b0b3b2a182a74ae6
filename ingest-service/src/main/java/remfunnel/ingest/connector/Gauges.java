package remfunnel.ingest.connector;

import io.micrometer.core.instrument.MeterRegistry;
import remfunnel.ingest.polling.Tally;

/** Where the figures of the connectors that this process owns are shown as metrics. */
public final class Gauges {
    private final MeterRegistry registry;

    public Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Until it is closed. */
    ConnectorMeters show(String connectorId, Tally tally) {
        return new ConnectorMeters(registry, connectorId, tally);
    }
}
