package remfunnel.systemtests.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import remfunnel.systemtests.Patience;

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
        this(data, logName, port, Map.of());
    }

    /** One that reads the source's names every other second, and restates as many orders at once as one that nobody tests. */
    public static LocalMachine forPages(Path data, String logName) {
        return new LocalMachine(
                data,
                logName,
                FreePort.any(),
                Map.of("REMFUNNEL_INGEST_LOOPS_NAMESEVERY", "2s", "REMFUNNEL_TRANSFORM_SLICEORDERS", "2000"));
    }

    /** One whose services listen where a monitoring was told, and which logs every order as JSON. */
    public static LocalMachine thatIsWatched(Path data, String logName, int ingest, int transform) {
        return new LocalMachine(
                data,
                logName,
                FreePort.any(),
                Map.of(
                        "REMFUNNEL_INGEST_PORT",
                        Integer.toString(ingest),
                        "REMFUNNEL_TRANSFORM_PORT",
                        Integer.toString(transform),
                        "REMFUNNEL_LOG_FORMAT",
                        "ecs",
                        "REMFUNNEL_LOG_LEVEL",
                        "debug"));
    }

    /** One that sends its spans there. */
    public static LocalMachine thatIsTraced(Path data, String collector) {
        return new LocalMachine(data, "traced.log", FreePort.any(), Map.of("REMFUNNEL_TRACING_ENDPOINT", collector));
    }

    /** One whose connectors poll that address, whatever it was when they were made. */
    public static LocalMachine thatPolls(URI source, Path data, String logName) {
        return new LocalMachine(data, logName, FreePort.any(), Map.of("REMFUNNEL_REMONLINE_URL", source.toString()));
    }

    private LocalMachine(Path data, String logName, int port, Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("REMFUNNEL_REMONLINE_REQUESTSPERSECOND", "0");
        settings.putIfAbsent("REMFUNNEL_TRANSFORM_SLICEORDERS", "5");
        this.rest = new Rest(port);
        this.log = emptyLog(logName);
        this.process = new ChildProcess(
                settings,
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

    /** With stages, and with every order in the funnel. */
    public void connect(Shop shop) {
        connect(shop, Plan.ALL.getFirst());
    }

    /** Other stages and another revenue; orders of one type leave the funnel. */
    public void reconfigure(Shop shop) {
        configure(shop, Plan.ALL.getLast());
    }

    void configure(Shop shop, Plan plan) {
        rest.put(
                "/api/connectors/" + CONNECTOR,
                plan.document(CONNECTOR, shop.url().toString()));
    }

    /** {@code apply}, which knows nothing but the file and the address. */
    int apply(Path file, String key) {
        return command(Map.of("REMONLINE_API_KEY", key), "apply", file.toString());
    }

    /** {@code export} of everything into files of Parquet. */
    public int exportAll(Path directory) {
        return command(
                Map.of(),
                "export",
                "all",
                "--connector",
                CONNECTOR,
                "--format",
                "parquet",
                "--output",
                directory.toString());
    }

    /** The connector as REST shows it. */
    public String connector() {
        return rest.get("/api/connectors/" + CONNECTOR).toString();
    }

    /** In a process of its own. */
    private int command(Map<String, String> environment, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", "http://127.0.0.1:" + rest.port()));
        all.addFirst("remfunnel.standalone.Main");
        try (var command = new ChildProcess(environment, log, all.toArray(String[]::new))) {
            command.start();
            return command.exitCode(Patience.OF_A_TEST);
        }
    }

    void kill() {
        process.kill();
    }

    public List<ProcessHandle> processes() {
        return process.family();
    }

    /** SIGTERM. */
    void terminate() {
        process.terminate();
    }

    int exitCode(Duration patience) {
        return process.exitCode(patience);
    }

    public List<String> said() {
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

    public String bootstrapServers() {
        return "127.0.0.1:" + kafka;
    }

    @Override
    public void close() {
        process.close();
    }
}
