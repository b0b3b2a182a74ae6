package remfunnel.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import remfunnel.ingest.connector.Gauges;
import remfunnel.ingest.connector.Keyring;
import remfunnel.ingest.connector.Sources;
import remfunnel.ingest.connector.Surroundings;
import remfunnel.ingest.connector.Vitals;
import remfunnel.ingest.kafka.KafkaAccess;
import remfunnel.ingest.ownership.Ownership;
import remfunnel.ingest.source.CrmClients;
import remfunnel.ingest.source.Secret;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.Party;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.SchemaCheck;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.TopicSetup;
import remfunnel.tracing.Tracing;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
class IngestBeans {
    @Bean
    SharedSettings sharedSettings(Environment environment) {
        return Binder.get(environment).bindOrCreate("remfunnel", SharedSettings.class);
    }

    @Bean
    Vitals vitals() {
        return new Vitals();
    }

    @Bean
    Tracing tracing(SharedSettings shared) {
        return Tracing.of(shared.tracing(), "remfunnel-ingest");
    }

    @Bean
    CrmClients crmClients(Tracing tracing) {
        return new CrmClients(InstantSource.system(), tracing);
    }

    @Bean
    Keyring keyring(SharedSettings shared) {
        var file = shared.keyset()
                .orElseThrow(() -> new IllegalStateException("REMFUNNEL_KEYSET_FILE is not set: give the keyset file"
                        + " that API keys are encrypted with"));
        var cipher = CredentialCipher.from(file);
        return encrypted -> {
            try {
                return Optional.of(new Secret(cipher.decrypt(encrypted)));
            } catch (GeneralSecurityException otherKeyset) {
                LoggerFactory.getLogger(IngestBeans.class)
                        .atWarn()
                        .addKeyValue("connector", encrypted.getConnectorId())
                        .log("A credential was encrypted with another keyset");
                return Optional.empty();
            }
        };
    }

    @Bean
    Surroundings surroundings(
            IngestSettings settings, CrmClients clients, Keyring keyring, Vitals vitals, MeterRegistry metrics) {
        var remonline = settings.remonline();
        var sources = new Sources(clients, remonline.address(), remonline.limits(), new LineNeed());
        return new Surroundings(
                sources,
                keyring,
                settings.ingest().loops(),
                vitals,
                new Gauges(metrics),
                InstantSource.system(),
                clients.tracing());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Ownership ownership(SharedSettings shared, IngestSettings settings, Surroundings surroundings) {
        var kafka = new KafkaAccess(
                shared.kafka().clientProperties(),
                new RegistryRecords(shared.registry()),
                settings.ingest().instanceId());
        return new Ownership(kafka, surroundings, () -> {
            TopicSetup.ensure(shared, Party.INGEST);
            new SchemaCheck(shared.registry()).ensureAccepted();
        });
    }

    /** Ready once Kafka's group knows us and what it gave us is being worked on. */
    @Bean
    HealthIndicator ownershipHealthIndicator(Ownership ownership) {
        return () -> (ownership.isReady() ? Health.up() : Health.outOfService())
                .withDetail("partitions", ownership.partitions())
                .build();
    }

    /** There from the start, and nobody else has it: by this a monitoring knows an ingest that holds no connector yet. */
    @Bean
    MeterBinder ownershipMeters(Ownership ownership) {
        return registry -> Gauge.builder(
                        "remfunnel.ingest.partitions",
                        ownership,
                        owned -> owned.partitions().size())
                .register(registry);
    }

    /** A loop that a bug ended is only brought back by a restart. */
    @Bean
    HealthIndicator loopsHealthIndicator(Vitals vitals) {
        return () -> vitals.dead().isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("dead", vitals.dead()).build();
    }
}
