package remfunnel.transform;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;

/** What the state of the topology means to whoever asks after its health. */
final class TopologyHealth {
    private TopologyHealth() {}

    /** Ready once every thread works on whole state. */
    static Health readiness(KafkaStreams.State state, long recordsToRestore) {
        boolean ready = state == KafkaStreams.State.RUNNING && recordsToRestore == 0;
        return (ready ? Health.up() : Health.outOfService())
                .withDetail("state", state.name())
                .withDetail("recordsToRestore", recordsToRestore)
                .build();
    }

    /** Dead when only a new process can help. */
    static Health liveness(KafkaStreams.State state) {
        boolean dead = state == KafkaStreams.State.ERROR || state.hasCompletedShutdown();
        return (dead ? Health.down() : Health.up())
                .withDetail("state", state.name())
                .build();
    }
}
