package remfunnel.standalone.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import remfunnel.standalone.ClusterSettings;
import remfunnel.standalone.StoppedMachine;

/** Where Kafka is: a cluster, or the directory of a machine that was stopped. */
final class KafkaOptions {
    /** A member's session is ten seconds, and begins when the broker starts. */
    private static final Duration UNTIL_THE_DEAD_ARE_MISSED = Duration.ofSeconds(30);

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description =
                    "of a Kafka cluster (default: REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS, else the broker of ./remfunnel up)")
    private Optional<String> bootstrapServers = Optional.ofNullable(System.getenv("REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS"));

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "properties for Kafka's clients, as for TLS and a login, over REMFUNNEL_KAFKA_CLIENT_*")
    private Optional<Path> properties = Optional.empty();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "the schema registry, for --beside (default: http://localhost:8081, of ./remfunnel up;"
                    + " of a cluster, REMFUNNEL_REGISTRY_URL)")
    private Optional<String> registry = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "of ./remfunnel up (default: data beside the script)")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--kafka-port",
            defaultValue = "9092",
            description = "of ./remfunnel up (default: ${DEFAULT-VALUE})")
    private int kafkaPort;

    Path data() {
        Path root = Path.of(System.getProperty("remfunnel.root", ""));
        return data.orElse(root.resolve("data")).toAbsolutePath().normalize();
    }

    /** As with the broker, what the environment says is the registry of a cluster, not of the machine's own records. */
    String registry() {
        return registry.or(() -> bootstrapServers.flatMap(
                        cluster -> Optional.ofNullable(System.getenv("REMFUNNEL_REGISTRY_URL"))))
                .orElse("http://localhost:8081");
    }

    /** A broker that runs. */
    Map<String, Object> running() {
        return bootstrapServers
                .map(servers -> ClusterSettings.client(servers, properties))
                .orElseGet(() -> own("127.0.0.1:" + kafkaPort));
    }

    /** The cluster's broker, or one on the directory of a machine that was stopped. */
    Kafka open() {
        if (bootstrapServers.isPresent()) {
            return new Kafka(ClusterSettings.client(bootstrapServers.get(), properties), Duration.ZERO, () -> {});
        }
        if (!Files.isDirectory(data())) {
            throw new CannotReplay("There is no directory " + data()
                    + ": name the one of ./remfunnel up with --data, or a cluster with --bootstrap-servers.");
        }
        var machine = StoppedMachine.open(data(), kafkaPort);
        return new Kafka(own(machine.bootstrapServers()), UNTIL_THE_DEAD_ARE_MISSED, machine::close);
    }

    /** The machine's own broker takes no login: what the environment says is for clusters. */
    private Map<String, Object> own(String servers) {
        Map<String, Object> all =
                new HashMap<>(properties.map(ClusterSettings::read).orElse(Map.of()));
        all.put("bootstrap.servers", servers);
        return all;
    }

    /**
     * How a broker is reached, and what ends with it.
     *
     * @param patience with members of groups: nobody runs beside a machine that is stopped, so what counts as running was killed
     */
    record Kafka(Map<String, Object> properties, Duration patience, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
