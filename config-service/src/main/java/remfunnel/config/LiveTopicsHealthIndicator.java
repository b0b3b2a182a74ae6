package remfunnel.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready while the topics are being read. */
@Component("liveTopicsHealthIndicator")
class LiveTopicsHealthIndicator implements HealthIndicator {
    private final LiveTopics topics;

    LiveTopicsHealthIndicator(LiveTopics topics) {
        this.topics = topics;
    }

    @Override
    public Health health() {
        return topics.isHealthy() ? Health.up().build() : Health.down().build();
    }
}
