package remfunnel.config;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import remfunnel.config.audit.TotalsAudit;
import remfunnel.config.export.Snapshots;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.Party;
import remfunnel.schemas.Records;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.SchemaCheck;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.TopicSetup;
import remfunnel.tracing.Tracing;

/** What the service is put together of. */
@Configuration(proxyBeanMethods = false)
class ConfigBeans {
    @Bean
    SharedSettings sharedSettings(Environment environment) {
        return Binder.get(environment).bindOrCreate("remfunnel", SharedSettings.class);
    }

    @Bean
    Tracing tracing(SharedSettings settings) {
        return Tracing.of(settings.tracing(), "remfunnel-config");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Records registryRecords(SharedSettings settings) {
        return new RegistryRecords(settings.registry());
    }

    @Bean
    LiveTopics liveTopics(SharedSettings settings, Records records) {
        TopicSetup.ensure(settings, Party.CONFIG);
        if (records instanceof RegistryRecords) {
            new SchemaCheck(settings.registry()).awaitAccepted(Duration.ofMinutes(2));
        }
        return new LiveTopics(settings.kafka(), records);
    }

    @Bean
    TopicWriter topicWriter(SharedSettings settings, Records records) {
        return new TopicWriter(settings.kafka(), records);
    }

    @Bean
    Snapshots snapshots(SharedSettings settings, Clock clock) {
        return new Snapshots(TopicReaders.properties(settings.kafka()), clock);
    }

    @Bean
    TotalsAudit totalsAudit(Snapshots snapshots, Records records) {
        return new TotalsAudit(snapshots, records, ConfigBeans::waitForCommits);
    }

    private static void waitForCommits() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Bean
    Vault vault(SharedSettings settings, LiveTopics topics, TopicWriter writer, Clock clock) {
        Optional<CredentialCipher> cipher = settings.keyset().map(CredentialCipher::from);
        return new Vault(cipher, topics, writer, clock);
    }
}
