package remfunnel.standalone;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** The real Kafka broker inside this JVM (KRaft, combined mode), on the loopback address, its data in one directory. */
public final class LocalBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private LocalBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Returns once clients are served. A directory that does not exist is formatted; one that does goes on where it stopped. */
    public static LocalBroker start(Path directory, int port) {
        new BrokerStorage(directory).prepare();
        var settings = new BrokerSettings(directory, port, FreePorts.any());
        var server = new KafkaRaftServer(new KafkaConfig(settings.asProperties(), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new CannotStart("The broker did not start (" + e.getMessage() + "). Its log says more.", e);
        }
        return new LocalBroker(server, port);
    }

    public static LocalBroker startOnFreePort(Path directory) {
        return start(directory, FreePorts.any());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
