package remfunnel.transform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import remfunnel.schemas.Topic;
import remfunnel.transform.topology.Cause;
import remfunnel.transform.topology.TransformMeters;

/** The topology's figures for Prometheus. */
final class MicrometerMeters implements TransformMeters {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void rejected(String topic) {
        registry.counter("remfunnel.rejects", "topic", topic).increment();
    }

    @Override
    public void wrote(Topic<?> topic, Cause cause) {
        registry.counter("remfunnel.records.written", "topic", topic.name(), "cause", cause.name())
                .increment();
    }

    @Override
    public void restating(String connector, long done, long total) {
        gauge("remfunnel.restatement.done", connector).set(done);
        gauge("remfunnel.restatement.total", connector).set(total);
    }

    private AtomicLong gauge(String name, String connector) {
        return gauges.computeIfAbsent(name + '/' + connector, key -> {
            var value = new AtomicLong();
            registry.gauge(name, Tags.of("connector", connector), value);
            return value;
        });
    }
}
