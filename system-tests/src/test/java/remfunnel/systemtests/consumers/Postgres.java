package remfunnel.systemtests.consumers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.FreePort;
import remfunnel.systemtests.kills.LocalMachine;

/** A PostgreSQL of the test's own, asked as a person asks: with psql. */
record Postgres(Example server, int port) implements AutoCloseable {
    private static final String ROWS =
            "SELECT key, stage_id, revenue, cost, (extract(epoch FROM entered_by) * 1000)::bigint"
                    + " FROM funnel_facts ORDER BY key COLLATE \"C\"";

    static boolean isInstalled() {
        return Files.isDirectory(Path.of("/usr/lib/postgresql"));
    }

    static Postgres start() {
        int port = FreePort.any();
        var server = Example.start("connect-jdbc", Map.of(), "./postgres.sh", Integer.toString(port));
        var postgres = new Postgres(server, port);
        // A sink that finds no database fails for good.
        await().atMost(Patience.OF_A_TEST).until(() -> postgres.ask("SELECT 1").equals(List.of("1")));
        return postgres;
    }

    /** The environment of a worker that writes here. */
    Map<String, String> sinkTo(LocalMachine machine) {
        return Map.of(
                "KAFKA_BROKERS",
                machine.bootstrapServers(),
                "REGISTRY_V2_URL",
                "http://127.0.0.1:" + machine.ports().get(1) + "/apis/registry/v2",
                "JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "JDBC_USER",
                "postgres",
                "CONNECT_PORT",
                Integer.toString(FreePort.any()),
                "CONNECT_OFFSETS",
                "target/offsets-" + port,
                "CONNECT_JAVA_OPTS",
                "-Xmx256m -XX:TieredStopAtLevel=1",
                "JAVA_HOME",
                System.getProperty("java.home"));
    }

    /** Nothing while there is no table. */
    List<String> rows() {
        return ask(ROWS);
    }

    private List<String> ask(String sql) {
        try {
            var psql = new ProcessBuilder(
                            "psql", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "postgres", "-At", "-c", sql)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var output = psql.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        } catch (IOException notRun) {
            throw new UncheckedIOException(notRun);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
