package remfunnel.transform;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.SharedSettings;
import remfunnel.transform.topology.FunnelTopology;
import remfunnel.transform.topology.TransformMeters;
import remfunnel.transform.topology.Workplace;

/** How the parts of the service are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransformSettings.class)
class TransformParts {
    @Bean
    SharedSettings sharedSettings(Environment environment) {
        return Binder.get(environment).bindOrCreate("remfunnel", SharedSettings.class);
    }

    @Bean
    StreamsConfig streamsConfig(SharedSettings shared, TransformSettings own) {
        return StreamsProperties.of(shared, own);
    }

    @Bean
    RestoreProgress restoreProgress(MeterRegistry registry) {
        var progress = new RestoreProgress();
        registry.gauge("remfunnel.restore.remaining", progress, RestoreProgress::remaining);
        return progress;
    }

    @Bean
    TransformMeters transformMeters(MeterRegistry registry) {
        return new MicrometerMeters(registry);
    }

    @Bean
    FunnelTopology funnelTopology(
            StreamsConfig config, SharedSettings shared, TransformSettings own, TransformMeters meters) {
        var records = new RegistryRecords(shared.registry());
        return new FunnelTopology(config, shared.topics().partitions(), new Workplace(records, meters, own.pace()));
    }

    @Bean(destroyMethod = "")
    KafkaStreams kafkaStreams(FunnelTopology topology, StreamsConfig config, RestoreProgress progress) {
        var streams = new KafkaStreams(topology.get(), config);
        streams.setGlobalStateRestoreListener(progress);
        streams.setUncaughtExceptionHandler(
                new ReplaceThread(InstantSource.system(), wait -> LockSupport.parkNanos(wait.toNanos())));
        return streams;
    }

    @Bean
    RunningTopology runningTopology(SharedSettings shared, KafkaStreams streams, MeterRegistry registry) {
        return new RunningTopology(shared, streams, registry);
    }

    @Bean
    HealthIndicator topologyReady(RunningTopology topology, RestoreProgress progress) {
        return () -> TopologyHealth.readiness(topology.state(), progress.remaining());
    }

    @Bean
    HealthIndicator topologyAlive(RunningTopology topology) {
        return () -> TopologyHealth.liveness(topology.state());
    }
}
