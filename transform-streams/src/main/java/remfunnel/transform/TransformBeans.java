package remfunnel.transform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.SharedSettings;
import remfunnel.tracing.Tracing;
import remfunnel.transform.topology.FunnelTopology;
import remfunnel.transform.topology.SharedJudges;
import remfunnel.transform.topology.TopologyParts;
import remfunnel.transform.topology.TransformMeters;

/** How the parts of the service are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransformSettings.class)
class TransformBeans {
    @Bean
    SharedSettings sharedSettings(Environment environment) {
        return Binder.get(environment).bindOrCreate("remfunnel", SharedSettings.class);
    }

    @Bean
    OwnAddress ownAddress(ServerProperties server, TransformSettings own) {
        return OwnAddress.of(server, own.advertised());
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> listensWhereOthersWereTold(OwnAddress address) {
        return server -> server.setPort(address.port());
    }

    @Bean
    StreamsConfig streamsConfig(SharedSettings shared, TransformSettings own, OwnAddress address) {
        return StreamsProperties.of(shared, own, address);
    }

    @Bean
    Records records(SharedSettings shared) {
        return new RegistryRecords(shared.registry());
    }

    @Bean
    RestoreProgress restoreProgress(MeterRegistry registry) {
        var progress = new RestoreProgress();
        registry.gauge("remfunnel.restore.remaining", progress, RestoreProgress::remaining);
        return progress;
    }

    /** Kafka shows each topic with periods a second time, with underscores, which would count twice; ours have none. */
    @Bean
    MeterFilter everyTopicOnce() {
        return MeterFilter.deny(meter -> meter.getName().startsWith("kafka.consumer")
                && Optional.ofNullable(meter.getTag("topic"))
                        .filter(topic -> topic.indexOf('_') >= 0)
                        .isPresent());
    }

    @Bean
    TransformMeters transformMeters(MeterRegistry registry) {
        return new MicrometerMeters(registry);
    }

    @Bean
    SharedJudges judges(Records records) {
        return new SharedJudges(records);
    }

    @Bean
    Tracing tracing(SharedSettings shared) {
        return Tracing.of(shared.tracing(), "remfunnel-transform");
    }

    @Bean
    TopologyParts parts(Records records, TransformMeters meters, TransformSettings own, Tracing tracing) {
        return new TopologyParts(records, meters, own.pace(), tracing);
    }

    @Bean
    FunnelTopology funnelTopology(
            StreamsConfig config, SharedSettings shared, TransformSettings own, TopologyParts parts) {
        return new FunnelTopology(config, shared.topics().partitions(), own.outputPrefix(), parts);
    }

    @Bean(destroyMethod = "")
    KafkaStreams kafkaStreams(
            FunnelTopology topology, StreamsConfig config, RestoreProgress progress, MeterRegistry registry) {
        var streams = new KafkaStreams(topology.get(), config);
        streams.setGlobalStateRestoreListener(progress);
        var failures = registry.counter("remfunnel.thread.failures");
        streams.setUncaughtExceptionHandler(new ReplaceThread(InstantSource.system(), wait -> {
            failures.increment();
            LockSupport.parkNanos(wait.toNanos());
        }));
        return streams;
    }

    @Bean
    RunningTopology runningTopology(
            SharedSettings shared,
            TransformSettings own,
            Records records,
            KafkaStreams streams,
            MeterRegistry registry) {
        return new RunningTopology(shared, own, records, streams, registry);
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
