package remfunnel.standalone;

import java.nio.file.Path;

/** The broker of a machine that does not run otherwise, for as long as something must be done to its records. */
public final class StoppedMachine implements AutoCloseable {
    private final OpenParts parts;
    private final LocalBroker broker;

    private StoppedMachine(OpenParts parts, LocalBroker broker) {
        this.parts = parts;
        this.broker = broker;
    }

    /** Fails in one clear line when a machine runs on the directory. */
    public static StoppedMachine open(Path root, int kafkaPort) {
        var parts = new OpenParts();
        try {
            var data = parts.add(DataDirectory.open(root));
            return new StoppedMachine(parts, parts.add(LocalBroker.start(data.kafka(), kafkaPort)));
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        parts.close();
    }
}
