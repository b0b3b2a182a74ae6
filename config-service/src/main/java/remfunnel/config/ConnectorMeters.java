package remfunnel.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.FunnelConfig;

/** How many connectors there ought to be: what polls them cannot tell of one that it was never given. */
@Component
final class ConnectorMeters implements MeterBinder {
    private final LiveTopics topics;

    ConnectorMeters(LiveTopics topics) {
        this.topics = topics;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        count(registry, "true", FunnelConfig::getEnabled);
        count(registry, "false", config -> !config.getEnabled());
        Gauge.builder("remfunnel.connectors.rejected", topics, ConnectorMeters::rejected)
                .register(registry);
    }

    private void count(MeterRegistry registry, String enabled, Predicate<FunnelConfig> which) {
        Gauge.builder("remfunnel.connectors", topics, all -> configs(all, which))
                .tag("enabled", enabled)
                .register(registry);
    }

    private static double configs(LiveTopics topics, Predicate<FunnelConfig> which) {
        return topics.active().values("").filter(which).count();
    }

    /** Their latest configuration was refused, and the former one is in force. */
    private static double rejected(LiveTopics topics) {
        return topics.statuses()
                .values("")
                .map(ConnectorStatus::getState)
                .filter(ConnectorState.CONFIG_REJECTED::equals)
                .count();
    }
}
