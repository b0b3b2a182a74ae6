package remfunnel.schemas;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.SslConfigs;

/** Whose serializers write the registry wire format: the same bytes, by the one or the other. */
public enum SerdeVendor {
    /** On the class path of every build. */
    APICURIO(
            "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
            "io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
            "/apis/ccompat/v7") {
        @Override
        List<String> loginProperties() {
            return List.of("apicurio.registry.auth.username", "apicurio.registry.auth.password");
        }

        @Override
        Map<String, String> trustProperties() {
            return Map.of(
                    "apicurio.registry.tls.truststore.location", SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                    "apicurio.registry.tls.truststore.password", SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG,
                    "apicurio.registry.tls.truststore.type", SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG);
        }

        @Override
        Map<String, Object> properties(URI registry) {
            return Map.ofEntries(
                    Map.entry("apicurio.registry.url", registry + "/apis/registry/v3"),
                    Map.entry("apicurio.registry.http.adapter", "JDK"),
                    Map.entry("apicurio.registry.auto-register", true),
                    Map.entry("apicurio.registry.use-id", "contentId"),
                    Map.entry("apicurio.registry.use-specific-avro-reader", true),
                    Map.entry("apicurio.registry.avro-datum-provider", RememberedDatums.class.getName()),
                    // Whole, as every other client expects it: by default a record's enums become schemas of their own.
                    Map.entry("apicurio.registry.dereference-schema", true),
                    // An id never changes its meaning, so what was looked up once stays, whatever the registry does.
                    Map.entry("apicurio.registry.check-period-ms", 86_400_000L),
                    Map.entry("apicurio.registry.fault-tolerant-refresh", true),
                    Map.entry("apicurio.registry.retry-count", 1L));
        }
    },
    /** On the class path of the profile {@code confluent}. */
    CONFLUENT(
            "io.confluent.kafka.serializers.KafkaAvroSerializer",
            "io.confluent.kafka.serializers.KafkaAvroDeserializer",
            "") {
        @Override
        List<String> loginProperties() {
            return List.of("basic.auth.user.info");
        }

        @Override
        Map<String, String> trustProperties() {
            return Map.of(
                    "schema.registry.ssl.truststore.location", SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                    "schema.registry.ssl.truststore.password", SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG,
                    "schema.registry.ssl.truststore.type", SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG);
        }

        @Override
        Map<String, Object> properties(URI registry) {
            return Map.of(
                    "schema.registry.url", registry.toString(),
                    "specific.avro.reader", true,
                    "avro.use.logical.type.converters", true);
        }
    };

    private final String serializer;
    private final String deserializer;
    private final String compatiblePath;

    SerdeVendor(String serializer, String deserializer, String compatiblePath) {
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.compatiblePath = compatiblePath;
    }

    abstract Map<String, Object> properties(URI registry);

    String serializer() {
        return serializer;
    }

    String deserializer() {
        return deserializer;
    }

    /** What its clients call user and password. */
    abstract List<String> loginProperties();

    /** What its clients call the store of certificates that they trust, and what Kafka's do. */
    abstract Map<String, String> trustProperties();

    /** Where the registry speaks Confluent's API. */
    URI compatibleApi(URI registry) {
        return URI.create(registry + compatiblePath);
    }
}
