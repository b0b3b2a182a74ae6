package remfunnel.standalone;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a machine keeps its data and listens: of {@code up} and {@code demo}, and of {@code doctor}, which looks there. */
final class MachineOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where everything is kept (default: data, or data/demo, beside the script)")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--port", defaultValue = "8080", description = "of the REST API (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--kafka-port", defaultValue = "9092", description = "of the broker (default: ${DEFAULT-VALUE})")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            defaultValue = "8081",
            description = "of the schema registry (default: ${DEFAULT-VALUE})")
    private int registryPort;

    Path data(String byDefault) {
        Path root = Path.of(System.getProperty("remfunnel.root", ""));
        return data.orElse(root.resolve(byDefault)).toAbsolutePath().normalize();
    }

    Ports ports() {
        return new Ports(port, kafkaPort, registryPort);
    }
}
