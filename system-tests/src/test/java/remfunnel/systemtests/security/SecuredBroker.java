package remfunnel.systemtests.security;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real broker (KRaft, one node) that takes clients by SASL/SCRAM over TLS alone, and lets them do what ACLs say. */
final class SecuredBroker implements AutoCloseable {
    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "of-the-admin";

    private static final Map<String, String> SMALL = Map.of(
            "default.replication.factor", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "2",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "2",
            "log.cleaner.dedupe.buffer.size", "16777216",
            "group.initial.rebalance.delay.ms", "0");

    private final KafkaRaftServer server;
    private final int port;

    SecuredBroker(Path directory, Certificates certificates) throws Exception {
        port = freePort();
        format(directory);
        server = new KafkaRaftServer(
                new KafkaConfig(settings(directory, certificates, port, freePort()), false), Time.SYSTEM);
        server.startup();
    }

    String bootstrapServers() {
        return "localhost:" + port;
    }

    static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void format(Path directory) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setScramArguments(List.of("SCRAM-SHA-512=[name=" + ADMIN + ",password=" + ADMIN_PASSWORD + "]"))
                .run();
    }

    /** The controller's own listener is the node's alone; its principal is no user of anybody's. */
    private static Map<String, String> settings(Path directory, Certificates certificates, int port, int controller) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.listener.names", "CONTROLLER",
                "listeners", "CLIENTS://localhost:" + port + ",CONTROLLER://localhost:" + controller,
                "advertised.listeners", "CLIENTS://localhost:" + port,
                "controller.quorum.voters", "1@localhost:" + controller,
                "listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "CLIENTS",
                "log.dirs", directory.toString(),
                "auto.create.topics.enable", "false"));
        settings.putAll(security(certificates));
        settings.putAll(SMALL);
        return settings;
    }

    private static Map<String, String> security(Certificates certificates) {
        return Map.of(
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:ANONYMOUS;User:" + ADMIN,
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "sasl.mechanism.inter.broker.protocol",
                "SCRAM-SHA-512",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                Login.jaas(ADMIN, ADMIN_PASSWORD),
                "ssl.keystore.location",
                certificates.keys().toString(),
                "ssl.keystore.password",
                Certificates.PASSWORD,
                "ssl.truststore.location",
                certificates.trust().toString(),
                "ssl.truststore.password",
                Certificates.PASSWORD);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
