package remfunnel.systemtests.kills;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Three brokers, each a process and a controller as well, in three racks. */
final class Brokers implements AutoCloseable {
    static final List<String> RACKS = List.of("a", "b", "c");

    /** Topics get their copies by our settings: the brokers' own defaults are one, and one in sync. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "3"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "3"),
            Map.entry("transaction.state.log.min.isr", "2"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("replica.selector.class", "org.apache.kafka.common.replica.RackAwareReplicaSelector"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
            Map.entry("broker.session.timeout.ms", "6000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"),
            Map.entry("group.initial.rebalance.delay.ms", "0"));

    private final Path directory;
    private final String host;
    private final List<Integer> ports;
    private final List<Integer> controllers;
    private final List<ChildProcess> processes = new ArrayList<>();
    private final Admin admin;

    /** @param host where clients reach them */
    Brokers(Path directory, Path logs, String host) throws Exception {
        this.directory = directory;
        this.host = host;
        this.ports = RACKS.stream().map(rack -> FreePort.any()).toList();
        this.controllers = RACKS.stream().map(rack -> FreePort.any()).toList();
        var cluster = Uuid.randomUuid().toString();
        for (int broker = 0; broker < RACKS.size(); broker++) {
            format(broker, cluster);
            var log = logs.resolve("broker-" + broker + ".log");
            processes.add(new ChildProcess(
                    Map.of(), log, "kafka.Kafka", properties(broker).toString()));
        }
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    void start() {
        processes.forEach(ChildProcess::start);
        awaitWhole();
    }

    String bootstrapServers() {
        return ports.stream().map(port -> host + ':' + port).collect(Collectors.joining(","));
    }

    Admin admin() {
        return admin;
    }

    /** Clients are served again when its partitions have other leaders. */
    void kill(int broker) {
        processes.get(broker).kill();
    }

    /** Hands over what it leads, and is back with every copy when this returns. */
    void restart(int broker) {
        processes.get(broker).terminate();
        Watch.waitFor(
                "the end of broker " + broker, () -> !processes.get(broker).isAlive());
        start(broker);
    }

    void start(int broker) {
        processes.get(broker).start();
        awaitWhole();
    }

    Map<String, TopicDescription> topics() throws ExecutionException, InterruptedException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names();
        return admin.describeTopics(names.get()).allTopicNames().get();
    }

    private void awaitWhole() {
        Watch.waitFor("a cluster with every copy in sync", Duration.ofMinutes(3), this::isWhole);
    }

    private boolean isWhole() {
        try {
            return admin.describeCluster().nodes().get().size() == RACKS.size()
                    && topics().values().stream()
                            .flatMap(topic -> topic.partitions().stream())
                            .allMatch(
                                    each -> each.isr().size() == each.replicas().size());
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void format(int broker, String cluster) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(broker)
                .setClusterId(cluster)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setMetadataLogDirectory(data(broker).toString())
                .addDirectory(data(broker).toString())
                .run();
    }

    private Path properties(int broker) throws Exception {
        var properties = new Properties();
        properties.putAll(SMALL);
        properties.put("node.id", Integer.toString(broker));
        properties.put("broker.rack", RACKS.get(broker));
        properties.put("log.dirs", data(broker).toString());
        properties.put(
                "listeners",
                "PLAINTEXT://0.0.0.0:" + ports.get(broker) + ",CONTROLLER://127.0.0.1:" + controllers.get(broker));
        properties.put("advertised.listeners", "PLAINTEXT://" + host + ':' + ports.get(broker));
        properties.put(
                "controller.quorum.voters",
                IntStream.range(0, RACKS.size())
                        .mapToObj(voter -> voter + "@127.0.0.1:" + controllers.get(voter))
                        .collect(Collectors.joining(",")));
        var text = new StringWriter();
        properties.store(text, null);
        return Files.writeString(directory.resolve("broker-" + broker + ".properties"), text.toString());
    }

    private Path data(int broker) {
        return directory.resolve("broker-" + broker);
    }

    @Override
    public void close() {
        processes.forEach(ChildProcess::close);
        admin.close();
    }
}
