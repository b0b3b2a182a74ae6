package remfunnel.systemtests.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code up} in a process of its own, on ports of its own. */
public final class LocalMachine implements AutoCloseable {
    static final String CONNECTOR = "shop";

    private final int kafka = FreePort.any();
    private final int registry = FreePort.any();
    private final Rest rest;
    private final Path log;
    private final ChildProcess process;

    public LocalMachine(Path data, String logName) {
        this(data, logName, FreePort.any());
    }

    LocalMachine(Path data, String logName, int port) {
        this.rest = new Rest(port);
        this.log = emptyLog(logName);
        this.process = new ChildProcess(
                Map.of("REMFUNNEL_REMONLINE_REQUESTSPERSECOND", "0", "REMFUNNEL_TRANSFORM_SLICEORDERS", "5"),
                log,
                "remfunnel.standalone.Main",
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--kafka-port",
                Integer.toString(kafka),
                "--registry-port",
                Integer.toString(registry));
    }

    private static Path emptyLog(String name) {
        try {
            var log = Files.createDirectories(Path.of("target", "kills").toAbsolutePath())
                    .resolve(name);
            Files.deleteIfExists(log);
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        process.start();
    }

    public void startAndWait() {
        start();
        Watch.waitFor("a machine that is ready", () -> rest.isFine("/actuator/health/readiness"));
    }

    void connect(Shop shop, Plan plan) {
        configure(shop, plan);
        rest.put("/api/connectors/" + CONNECTOR + "/credentials", Map.of("api-key", Shop.KEY));
    }

    void configure(Shop shop, Plan plan) {
        rest.put(
                "/api/connectors/" + CONNECTOR,
                plan.document(CONNECTOR, shop.url().toString()));
    }

    /** {@code apply} in a process of its own, which knows nothing but the file and the address. */
    int apply(Path file, String key) {
        try (var command = new ChildProcess(
                Map.of("REMONLINE_API_KEY", key),
                log,
                "remfunnel.standalone.Main",
                "apply",
                file.toString(),
                "--url",
                "http://127.0.0.1:" + rest.port())) {
            command.start();
            return command.exitCode(Duration.ofSeconds(90));
        }
    }

    void kill() {
        process.kill();
    }

    List<ProcessHandle> processes() {
        return process.family();
    }

    /** SIGTERM. */
    void terminate() {
        process.terminate();
    }

    int exitCode(Duration patience) {
        return process.exitCode(patience);
    }

    List<String> said() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the broker, the registry and REST. */
    public List<Integer> ports() {
        return List.of(kafka, registry, rest.port());
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafka;
    }

    @Override
    public void close() {
        process.close();
    }
}
