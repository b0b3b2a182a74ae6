package remfunnel.benchmarks.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.ChildJvm;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.SharedSettings.RegistrySettings;
import remfunnel.schemas.SharedSettings.TopicSettings;
import remfunnel.schemas.TopicSetup;

/** A broker of one's own with a registry, topics made. */
public final class Cluster implements AutoCloseable {
    private final ChildJvm process;
    private final Path directory;
    private final SharedSettings settings;

    private Cluster(ChildJvm process, Path directory, SharedSettings settings) {
        this.process = process;
        this.directory = directory;
        this.settings = settings;
    }

    public static Cluster start(Bench bench) {
        bench.progress().say("starting broker and registry");
        var directory = bench.directory("cluster");
        var log = directory.resolve("process.log");
        var options = List.of("-Xms768m", "-Xmx768m", "-XX:+UseSerialGC");
        var process = bench.add(ChildJvm.start(ClusterProcess.class, log, options, List.of(directory.toString())));
        var settings = settings(process.answer().split(" ", 2));
        TopicSetup.ensure(settings);
        return new Cluster(process, directory, settings);
    }

    private static SharedSettings settings(String[] addresses) {
        var registry = URI.create(addresses[1]);
        var root = URI.create(registry.getScheme() + "://" + registry.getAuthority());
        return new SharedSettings(
                new KafkaSettings(addresses[0], Map.of()),
                new RegistrySettings(root, null, null),
                new TopicSettings(null, null, null),
                null,
                null);
    }

    public SharedSettings settings() {
        return settings;
    }

    public String bootstrapServers() {
        return settings.kafka().bootstrapServers();
    }

    public RegistryRecords records() {
        return new RegistryRecords(settings.registry());
    }

    public int partitions() {
        return settings.topics().partitions();
    }

    /** Where the broker keeps its topics. */
    public Path logs() {
        return directory.resolve("kafka");
    }

    /** Of the broker alone; the registry is a process of its own. */
    public Duration brokerCpu() {
        return process.cpu();
    }

    /** As any service is told where they are. */
    public List<String> arguments() {
        return List.of(
                "--remfunnel.kafka.bootstrap-servers=" + bootstrapServers(),
                "--remfunnel.registry.url=" + settings.registry().url(),
                "--server.port=0");
    }

    @Override
    public void close() {
        process.close();
    }
}
