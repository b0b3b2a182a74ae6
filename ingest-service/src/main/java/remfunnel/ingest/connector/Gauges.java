package remfunnel.ingest.connector;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import remfunnel.ingest.polling.Count;
import remfunnel.ingest.polling.Tally;

/** Shows the counters of each connector that this process owns as metrics. */
public final class Gauges {
    private final MeterRegistry registry;

    public Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Until the answer is run. */
    Runnable show(String connectorId, Tally tally) {
        List<Meter> meters = Arrays.stream(Count.values())
                .<Meter>map(count -> meter(connectorId, tally, count))
                .toList();
        return () -> meters.forEach(registry::remove);
    }

    private Meter meter(String connectorId, Tally tally, Count count) {
        return FunctionCounter.builder(
                        "remfunnel.ingest." + count.name().toLowerCase(Locale.ROOT), tally, all -> all.of(count))
                .tag("connector", connectorId)
                .register(registry);
    }
}
