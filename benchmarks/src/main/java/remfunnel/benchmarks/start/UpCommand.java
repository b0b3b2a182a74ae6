package remfunnel.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.SharedSettings.RegistrySettings;
import remfunnel.schemas.SharedSettings.TopicSettings;

/** {@code ./remfunnel up}, as its user types it, on a directory and ports of its own. */
record UpCommand(Path script, Path data, int rest, int kafka, int registry) {
    private static final String READY = "Ready in ";

    static UpCommand on(Path data) throws IOException {
        var root = Path.of(System.getProperty("remfunnel.root", ".."));
        return new UpCommand(root.resolve("remfunnel"), data, freePort(), freePort(), freePort());
    }

    /** A machine that runs. */
    record Up(Process process, Duration untilReady) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /** Returns when it says that it is ready. */
    Up run() throws IOException {
        long began = System.nanoTime();
        var process = new ProcessBuilder(arguments()).redirectErrorStream(true).start();
        var said = new StringBuilder();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return new Up(process, Duration.ofNanos(System.nanoTime() - began));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("up ended before it was ready:\n" + said);
    }

    private List<String> arguments() {
        return List.of(
                "sh",
                script.toString(),
                "up",
                "--data=" + data,
                "--port=" + rest,
                "--kafka-port=" + kafka,
                "--registry-port=" + registry);
    }

    /** Where its clients find it. */
    SharedSettings settings() {
        return new SharedSettings(
                new KafkaSettings("127.0.0.1:" + kafka, Map.of()),
                new RegistrySettings(URI.create("http://127.0.0.1:" + registry), null, null),
                new TopicSettings(null, null, null),
                null,
                null);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
