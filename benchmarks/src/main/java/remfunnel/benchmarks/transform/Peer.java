package remfunnel.benchmarks.transform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.SharedSettings.RegistrySettings;
import remfunnel.schemas.Topics;

/**
 * A topology that remfunnel is compared to, as its process is told.
 *
 * @param application its id, with which the names of its topics begin
 * @param valueBytes of what it keeps of an order, where it keeps something of a given size
 */
record Peer(Design design, String bootstrapServers, URI registry, String application, String stateDir, int valueBytes) {
    static Peer of(Design design, Cluster cluster, String application, Path stateDir, int valueBytes) {
        var settings = cluster.settings();
        return new Peer(
                design,
                settings.kafka().bootstrapServers(),
                settings.registry().url(),
                application,
                stateDir.toString(),
                valueBytes);
    }

    static Peer parse(String[] arguments) {
        return new Peer(
                Design.valueOf(arguments[0]),
                arguments[1],
                URI.create(arguments[2]),
                arguments[3],
                arguments[4],
                Integer.parseInt(arguments[5]));
    }

    List<String> arguments() {
        return List.of(
                design.name(),
                bootstrapServers,
                registry.toString(),
                application,
                stateDir,
                Integer.toString(valueBytes));
    }

    RegistryRecords records() {
        return new RegistryRecords(new RegistrySettings(registry, null, null));
    }

    /** Where it writes. */
    String output() {
        return Turns.prefix(application) + Topics.FACTS.name();
    }
}
