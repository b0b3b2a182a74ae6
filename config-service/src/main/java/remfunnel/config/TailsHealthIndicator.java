package remfunnel.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Alive while both tails' threads are: one that ended would leave what is shown as it was for good, and only a restart helps. */
@Component("tailsHealthIndicator")
class TailsHealthIndicator implements HealthIndicator {
    private final LiveTopics topics;
    private final FunnelTail funnel;

    TailsHealthIndicator(LiveTopics topics, FunnelTail funnel) {
        this.topics = topics;
        this.funnel = funnel;
    }

    @Override
    public Health health() {
        return topics.isRunning() && funnel.isRunning()
                ? Health.up().build()
                : Health.down().build();
    }
}
