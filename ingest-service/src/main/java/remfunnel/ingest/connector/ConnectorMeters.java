package remfunnel.ingest.connector;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import remfunnel.ConnectorState;
import remfunnel.ingest.polling.Count;
import remfunnel.ingest.polling.Tally;
import remfunnel.ingest.source.CrmObserver;
import remfunnel.ingest.source.Priority;

/**
 * The figures of one connector. Its id is the only label of which there can be many; what belongs to its loops goes with
 * them, so that a paused connector never looks like one that has fallen silent.
 */
final class ConnectorMeters implements CrmObserver, AutoCloseable {
    /** What ingest can say of a connector that is there. */
    private static final List<ConnectorState> STATES = List.of(
            ConnectorState.CONNECTED,
            ConnectorState.SYNCING,
            ConnectorState.PAUSED,
            ConnectorState.KEY_REFUSED,
            ConnectorState.SOURCE_UNREACHABLE);

    private final MeterRegistry registry;
    private final String connectorId;
    private final Set<Meter> all = ConcurrentHashMap.newKeySet();
    private final Set<Meter> ofLoops = ConcurrentHashMap.newKeySet();
    private volatile ConnectorState state = ConnectorState.REMOVED;
    private Optional<Meter> budget = Optional.empty();

    ConnectorMeters(MeterRegistry registry, String connectorId, Tally tally) {
        this.registry = registry;
        this.connectorId = connectorId;
        Arrays.stream(Count.values()).forEach(count -> all.add(counter(tally, count)));
        STATES.forEach(each -> all.add(gauge("remfunnel.connector.state", () -> state == each ? 1 : 0)
                .tag("state", each.name())
                .register(registry)));
    }

    void stands(ConnectorState now) {
        state = now;
    }

    /** How far its loops are, until they stop. */
    void polls(Freshness freshness, Duration interval) {
        forget(ofLoops);
        ofLoops.add(seconds("remfunnel.poll.lag", () -> seconds(freshness.sincePoll())));
        ofLoops.add(seconds("remfunnel.poll.interval", () -> seconds(interval)));
        ofLoops.add(seconds(
                "remfunnel.unread.age",
                () -> freshness.unread().map(ConnectorMeters::seconds).orElse(Double.NaN)));
    }

    /** As long as no loop runs. */
    void rests() {
        forget(ofLoops);
    }

    @Override
    public String connector() {
        return connectorId;
    }

    @Override
    public void within(DoubleSupplier requestsPerSecond) {
        budget.ifPresent(former -> {
            registry.remove(former);
            all.remove(former);
        });
        Meter now = gauge("remfunnel.api.budget", requestsPerSecond).register(registry);
        budget = Optional.of(now);
        all.add(now);
    }

    @Override
    public void waited(Priority priority, Duration wait) {
        time("remfunnel.api.wait", wait, "priority", priority.name().toLowerCase(Locale.ROOT));
    }

    /** A dictionary is one call, whichever it is. */
    @Override
    public void answered(String call, String outcome, Duration took) {
        var kind = call.startsWith("dictionary") ? "dictionary" : call;
        time("remfunnel.api.requests", took, "call", kind, "outcome", outcome);
    }

    private void time(String name, Duration took, String... tags) {
        var timer = Timer.builder(name).tag("connector", connectorId).tags(tags).register(registry);
        all.add(timer);
        timer.record(took);
    }

    private Meter counter(Tally tally, Count count) {
        ToDoubleFunction<Tally> value = counts -> counts.of(count);
        return FunctionCounter.builder("remfunnel.ingest." + count.name().toLowerCase(Locale.ROOT), tally, value)
                .tag("connector", connectorId)
                .register(registry);
    }

    private Meter seconds(String name, DoubleSupplier value) {
        return gauge(name, value).baseUnit("seconds").register(registry);
    }

    private Gauge.Builder<?> gauge(String name, DoubleSupplier value) {
        return Gauge.builder(name, value::getAsDouble).tag("connector", connectorId);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private void forget(Set<Meter> meters) {
        meters.forEach(registry::remove);
        meters.clear();
    }

    /** The connector is not ours any more. */
    @Override
    public void close() {
        forget(ofLoops);
        forget(all);
    }
}
