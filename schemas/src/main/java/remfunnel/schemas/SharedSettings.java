package remfunnel.schemas;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import remfunnel.tracing.TracingSettings;

/**
 * The settings that every service has, under the prefix {@code remfunnel} (environment: {@code REMFUNNEL_…}).
 *
 * @param kafka where the broker is; null: the defaults
 * @param registry where the schema registry is; null: the defaults
 * @param topics how topics are made where they are not there; null: the defaults
 * @param tracing whether and where spans are sent; null: nowhere
 * @param keysetFile the Tink keyset that credentials are encrypted with; null: none, for services that need none
 */
public record SharedSettings(
        KafkaSettings kafka,
        RegistrySettings registry,
        TopicSettings topics,
        TracingSettings tracing,
        Path keysetFile) {

    public SharedSettings {
        kafka = kafka == null ? new KafkaSettings(null, null) : kafka;
        registry = registry == null ? new RegistrySettings(null, null, null) : registry;
        topics = topics == null ? new TopicSettings(null, null, null) : topics;
        tracing = tracing == null ? TracingSettings.OFF : tracing;
    }

    /** The keyset file, for those who need it. */
    public Optional<Path> keyset() {
        return Optional.ofNullable(keysetFile);
    }

    /**
     * How Kafka is reached.
     *
     * @param bootstrapServers host:port, with commas between; null: localhost:9092
     * @param client further properties for every Kafka client, as for TLS and logins; null: none
     */
    public record KafkaSettings(String bootstrapServers, Map<String, String> client) {

        public KafkaSettings {
            bootstrapServers = bootstrapServers == null ? "localhost:9092" : bootstrapServers;
            client = client == null ? Map.of() : Map.copyOf(client);
        }

        /** Properties that every client begins with. */
        public Map<String, Object> clientProperties() {
            Map<String, Object> properties = new HashMap<>(client);
            properties.put("bootstrap.servers", bootstrapServers);
            return properties;
        }

        /** Without the properties: they may hold passwords. */
        @Override
        public String toString() {
            return "KafkaSettings[bootstrapServers=" + bootstrapServers + "]";
        }
    }

    /**
     * How the registry is reached.
     *
     * @param url scheme, host and port; null: http://localhost:8081
     * @param serde whose serializers speak to it; null: Apicurio's
     * @param client further properties for the serializers, as for TLS and logins; null: none
     */
    public record RegistrySettings(URI url, SerdeVendor serde, Map<String, String> client) {

        public RegistrySettings {
            url = url == null ? URI.create("http://localhost:8081") : url;
            serde = serde == null ? SerdeVendor.APICURIO : serde;
            client = client == null ? Map.of() : Map.copyOf(client);
            if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
                throw new IllegalArgumentException("remfunnel.registry.url holds a login, which logs would show:"
                        + " give it as " + String.join(" and ", serde.loginProperties())
                        + " under remfunnel.registry.client");
            }
        }

        /** The login among the client's properties, as HTTP's Basic scheme takes it. */
        Optional<String> login() {
            List<String> parts = serde.loginProperties().stream()
                    .map(client::get)
                    .filter(Objects::nonNull)
                    .toList();
            return parts.size() == serde.loginProperties().size()
                    ? Optional.of(String.join(":", parts))
                    : Optional.empty();
        }

        /** Without the properties: they may hold passwords. */
        @Override
        public String toString() {
            return "RegistrySettings[url=" + url + ", serde=" + serde + "]";
        }
    }

    /**
     * How topics are made.
     *
     * @param partitions of every topic that is partitioned by connector, fixed when they are made; null: 6
     * @param replicationFactor null: the broker's default
     * @param minInsyncReplicas how many copies have to have a write before it counts; null: the broker's default
     */
    public record TopicSettings(Integer partitions, Short replicationFactor, Integer minInsyncReplicas) {
        /** Kafka's name of it. */
        public static final String MIN_INSYNC = "min.insync.replicas";

        public TopicSettings {
            partitions = partitions == null ? 6 : partitions;
            replicationFactor = replicationFactor == null ? -1 : replicationFactor;
            if (partitions < 1 || partitions > 1000) {
                throw new IllegalArgumentException(
                        "remfunnel.topics.partitions is " + partitions + "; it is from 1 to 1000");
            }
            if (minInsyncReplicas != null && minInsyncReplicas < 1) {
                throw new IllegalArgumentException(
                        "remfunnel.topics.min-insync-replicas is " + minInsyncReplicas + "; it is at least 1");
            }
            if (minInsyncReplicas != null && replicationFactor > 0 && minInsyncReplicas > replicationFactor) {
                throw new IllegalArgumentException("remfunnel.topics.min-insync-replicas is " + minInsyncReplicas
                        + "; nothing could be written to " + replicationFactor + " copies");
            }
        }

        /** What is set for every topic that is made, whatever it holds. */
        public Map<String, String> ofEveryTopic() {
            return minInsyncReplicas == null ? Map.of() : Map.of(MIN_INSYNC, minInsyncReplicas.toString());
        }
    }
}
