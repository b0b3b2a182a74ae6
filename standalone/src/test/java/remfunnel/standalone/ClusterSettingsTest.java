package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ClusterSettingsTest {
    private static final String VARIABLES = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Test
    void tlsAndLoginsAreSaidByVariablesAsDocumented() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        VARIABLES,
                        new SystemEnvironmentPropertySource(
                                VARIABLES,
                                Map.of(
                                        "REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
                                        "REMFUNNEL_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL",
                                        "REMFUNNEL_KAFKA_CLIENT_SASL_JAAS_CONFIG", "a module with a secret",
                                        "REMFUNNEL_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION", "trust.p12",
                                        "REMFUNNEL_REGISTRY_URL", "https://registry:8443",
                                        "REMFUNNEL_REGISTRY_CLIENT_APICURIO_REGISTRY_AUTH_USERNAME", "remfunnel",
                                        "REMFUNNEL_REGISTRY_CLIENT_APICURIO_REGISTRY_TLS_TRUSTSTORE_LOCATION", "t")));

        var settings = ClusterSettings.of(environment);

        assertThat(settings.kafka().clientProperties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bootstrap.servers", "broker:9093",
                        "security.protocol", "SASL_SSL",
                        "sasl.jaas.config", "a module with a secret",
                        "ssl.truststore.location", "trust.p12"));
        assertThat(settings.registry().client())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "apicurio.registry.auth.username", "remfunnel",
                        "apicurio.registry.tls.truststore.location", "t"));
        assertThat(settings.toString()).doesNotContain("secret");
    }
}
