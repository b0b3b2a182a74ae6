package remfunnel.standalone;

import java.nio.file.Path;
import kafka.server.KafkaConfig;

/** The real Kafka broker inside this JVM (KRaft, combined mode), on the loopback address, its data in one directory. */
public final class LocalBroker implements AutoCloseable {
    private final CombinedServer server;
    private final int port;

    private LocalBroker(CombinedServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Returns once clients are served. A directory that does not exist is formatted; one that does goes on where it stopped. */
    public static LocalBroker start(Path directory, int port) {
        new BrokerStorage(directory).prepare();
        var settings = new BrokerSettings(directory, port, FreePorts.any());
        var server = new CombinedServer(new KafkaConfig(settings.asProperties(), false));
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
