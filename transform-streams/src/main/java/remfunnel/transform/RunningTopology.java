package remfunnel.transform;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.context.SmartLifecycle;
import remfunnel.schemas.Party;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.SchemaCheck;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.TopicSetup;
import remfunnel.transform.topology.FunnelTopology;

/** The topology at work: checks what it stands on, starts, and stops with everything committed. */
final class RunningTopology implements SmartLifecycle {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final Duration FOR_THE_REGISTRY = Duration.ofMinutes(2);

    private final SharedSettings shared;
    private final Records records;
    private final TransformSettings own;
    private final StateOfOneRun state;
    private final BrokenState broken;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final MeterRegistry registry;

    RunningTopology(
            SharedSettings shared,
            TransformSettings own,
            Records records,
            KafkaStreams streams,
            MeterRegistry registry) {
        this.shared = shared;
        this.own = own;
        this.records = records;
        this.state = new StateOfOneRun(shared.kafka(), own);
        this.broken = new BrokenState(own);
        this.streams = streams;
        this.registry = registry;
        this.metrics = new KafkaStreamsMetrics(streams);
    }

    @Override
    public void start() {
        TopicSetup.ensure(shared, Party.TRANSFORM);
        if (!own.outputPrefix().isEmpty()) {
            TopicSetup.ensureCopies(shared, own.outputPrefix(), FunnelTopology.outputs());
        }
        if (records instanceof RegistryRecords) {
            new SchemaCheck(shared.registry()).awaitAccepted(FOR_THE_REGISTRY);
        }
        metrics.bindTo(registry);
        if (state.isOfAnotherRun()) {
            streams.cleanUp();
        }
        broken.remove();
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                state.isOfThisRun();
            }
        });
        streams.start();
    }

    /** Leaves the group, or the next start would wait until the broker misses this one. */
    @Override
    public void stop() {
        metrics.close();
        streams.close(CloseOptions.timeout(STOP_WITHIN).withGroupMembershipOperation(LEAVE_GROUP));
    }

    @Override
    public boolean isRunning() {
        return streams.state() != KafkaStreams.State.CREATED && !streams.state().hasCompletedShutdown();
    }

    KafkaStreams.State state() {
        return streams.state();
    }
}
