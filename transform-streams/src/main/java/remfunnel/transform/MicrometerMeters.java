package remfunnel.transform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import remfunnel.transform.topology.Cause;
import remfunnel.transform.topology.TransformMeters;

/**
 * The topology's figures for Prometheus. Counters are there from the start, at zero: one that began with the first reject
 * would never be seen to grow by it.
 */
final class MicrometerMeters implements TransformMeters {
    private final MeterRegistry registry;
    private final Map<String, Restatement> restatements = new ConcurrentHashMap<>();

    MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
        List.of(Topics.CONFIG, Topics.CONFIG_ACTIVE, Topics.ORDERS, Topics.DICTIONARIES)
                .forEach(topic -> rejects(topic.name()));
        for (Cause cause : Cause.values()) {
            List.of(Topics.FACTS, Topics.TRANSITIONS, Topics.TOTALS).forEach(topic -> written(topic, cause));
        }
        for (Observed what : Observed.values()) {
            events(what);
        }
    }

    @Override
    public void rejected(String topic) {
        rejects(topic).increment();
    }

    @Override
    public void observed(Observed what) {
        events(what).increment();
    }

    @Override
    public void wrote(Topic<?> topic, Cause cause) {
        written(topic, cause).increment();
    }

    @Override
    public void restating(String connector, long done, long total) {
        restatements
                .computeIfAbsent(connector, id -> new Restatement(registry, id))
                .is(done, total);
    }

    @Override
    public void leftRestating(String connector) {
        var left = restatements.remove(connector);
        if (left != null) {
            left.meters.forEach(registry::remove);
        }
    }

    private Counter rejects(String topic) {
        return registry.counter("remfunnel.rejects", "topic", topic);
    }

    private Counter events(Observed what) {
        return registry.counter(
                "remfunnel.transform.events", "outcome", what.name().toLowerCase(Locale.ROOT));
    }

    private Counter written(Topic<?> topic, Cause cause) {
        return registry.counter("remfunnel.records.written", "topic", topic.name(), "cause", cause.name());
    }

    /** How far the orders of one connector are judged again. */
    private static final class Restatement {
        private final List<Meter> meters;
        private volatile long done;
        private volatile long orders;

        Restatement(MeterRegistry registry, String connector) {
            meters = List.of(
                    gauge(registry, "remfunnel.restatement.done", connector, each -> each.done),
                    gauge(registry, "remfunnel.restatement.orders", connector, each -> each.orders));
        }

        void is(long doneNow, long ordersNow) {
            done = doneNow;
            orders = ordersNow;
        }

        private Meter gauge(
                MeterRegistry registry, String name, String connector, ToDoubleFunction<Restatement> value) {
            return Gauge.builder(name, this, value).tag("connector", connector).register(registry);
        }
    }
}
