package remfunnel.systemtests.kills;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.SchemaCheck;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.SharedSettings.RegistrySettings;
import remfunnel.schemas.SharedSettings.TopicSettings;
import remfunnel.schemas.TopicSetup;
import remfunnel.standalone.LocalRegistry;

/** Three brokers, a registry, and two instances of every service on machines of their own: the second's may be cut off. */
final class ClusterPipeline implements AutoCloseable {
    static final int PARTITIONS = 4;

    /** Ten processes start on what may be two cores that others use too. */
    private static final Duration TO_START = Duration.ofMinutes(3);

    private static final String LOOPBACK = "127.0.0.1";
    private static final TopicSettings TOPICS = new TopicSettings(PARTITIONS, (short) 3, 2);

    /** The registry listens on the loopback address alone; this is stronger than its command line. */
    private static final Map<String, String> REACHED_BY_ALL = Map.of("_JAVA_OPTIONS", "-Dquarkus.http.host=0.0.0.0");

    private final Path directory;
    private final Path logs;
    private final String mainland;
    private final int registryPort = FreePort.any();
    private final Brokers brokers;
    private final List<List<Instance>> machines;
    private LocalRegistry registry;

    ClusterPipeline(Path directory, Path logs, Optional<Island> island) throws Exception {
        this.directory = directory;
        this.logs = logs;
        this.mainland = island.map(Island::mainland).orElse(LOOPBACK);
        registry = launchRegistry();
        brokers = new Brokers(directory, logs, mainland);
        machines = List.of(machine("1", "a", Optional.empty()), machine("2", "b", island));
    }

    /** Returns when every instance is ready. */
    void start() {
        brokers.start();
        CredentialCipher.createOrLoad(keyset());
        registry.awaitReady();
        prepare();
        machines.forEach(ClusterPipeline::startAll);
    }

    String bootstrapServers() {
        return brokers.bootstrapServers();
    }

    Brokers brokers() {
        return brokers;
    }

    Groups groups() {
        return new Groups(brokers.admin());
    }

    List<Instance> machine(int number) {
        return machines.get(number);
    }

    Instance of(Part part, int machine) {
        return machine(machine).stream()
                .filter(each -> each.part() == part)
                .findFirst()
                .orElseThrow();
    }

    /** The services of that machine die at once. */
    void kill(int machine) {
        machine(machine).forEach(Instance::kill);
    }

    /** Others take their place, which know nothing of what they had. */
    void replace(int machine) {
        startAll(machine(machine));
        awaitBothAtWork();
    }

    void awaitBothAtWork() {
        Watch.waitFor("two instances at work", () -> Groups.ALL.stream().allMatch(groups()::isShared));
    }

    void killRegistry() {
        registry.kill();
    }

    void startRegistry() {
        registry = launchRegistry().awaitReady();
    }

    private static void startAll(List<Instance> machine) {
        machine.forEach(Instance::start);
        machine.forEach(instance -> Watch.waitFor("a ready " + instance.part(), TO_START, instance::isReady));
    }

    private Stream<Instance> instances() {
        return machines.stream().flatMap(List::stream);
    }

    /** config-service stays on the loopback address: it lets whoever starts it in by a file, and there alone. */
    private List<Instance> machine(String name, String rack, Optional<Island> island) {
        var own = new Instance.Place(
                name,
                rack,
                island.map(Island::address).orElse(LOOPBACK),
                island.map(Island::within).orElse(List.of()));
        var here = new Instance.Place(name, rack, LOOPBACK, List.of());
        return Stream.of(Part.values())
                .filter(Part::isService)
                .map(part -> new Instance(part, part == Part.CONFIG ? here : own, directory, logs, settings()))
                .toList();
    }

    private LocalRegistry launchRegistry() {
        return LocalRegistry.launch(
                directory.resolve("registry"), logs.resolve("registry.log"), registryPort, REACHED_BY_ALL);
    }

    private void prepare() {
        var shared = new SharedSettings(
                new KafkaSettings(bootstrapServers(), Map.of()),
                new RegistrySettings(URI.create(registryUrl()), null, null),
                TOPICS,
                null,
                keyset());
        TopicSetup.ensure(shared);
        new SchemaCheck(shared.registry()).ensureAccepted();
    }

    /** Slices so small that a restatement takes a while: long enough to be disturbed. */
    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers()),
                Map.entry("REMFUNNEL_REGISTRY_URL", registryUrl()),
                Map.entry("REMFUNNEL_KEYSET_FILE", keyset().toString()),
                Map.entry("REMFUNNEL_TOPICS_PARTITIONS", Integer.toString(PARTITIONS)),
                Map.entry("REMFUNNEL_TOPICS_REPLICATION_FACTOR", "3"),
                Map.entry("REMFUNNEL_TOPICS_MIN_INSYNC_REPLICAS", "2"),
                Map.entry("REMFUNNEL_CONFIG_OWNER_TOKEN", "true"),
                Map.entry("REMFUNNEL_REMONLINE_REQUESTS_PER_SECOND", "0"),
                Map.entry("REMFUNNEL_TRANSFORM_THREADS", "1"),
                Map.entry("REMFUNNEL_TRANSFORM_STANDBYS", "1"),
                Map.entry("REMFUNNEL_TRANSFORM_SLICE_ORDERS", "10"));
    }

    private String registryUrl() {
        return "http://" + mainland + ':' + registryPort;
    }

    private Path keyset() {
        return directory.resolve("keyset.json");
    }

    @Override
    public void close() {
        instances().forEach(Instance::close);
        brokers.close();
        registry.close();
    }
}
