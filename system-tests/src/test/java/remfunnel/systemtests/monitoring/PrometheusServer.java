package remfunnel.systemtests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Prometheus of the test's own, asked as Grafana asks it. */
final class PrometheusServer implements AutoCloseable {
    private static final String PROGRAM = "prometheus";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final Process process;

    private PrometheusServer(URI address, Process process) {
        this.address = address;
        this.process = process;
    }

    static boolean isInstalled() {
        return Installed.is(PROGRAM);
    }

    /** @param configuration beside which it keeps what it has seen */
    static PrometheusServer start(Path configuration) {
        int port = FreePort.any();
        try {
            var log = Files.createDirectories(Path.of("target", "monitoring")).resolve(PROGRAM + ".log");
            var process = new ProcessBuilder(
                            PROGRAM,
                            "--config.file=" + configuration,
                            "--storage.tsdb.path=" + configuration.resolveSibling("data"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var server = new PrometheusServer(URI.create("http://127.0.0.1:" + port), process);
            server.awaitReady(log);
            return server;
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private void awaitReady(Path log) {
        try {
            await("Prometheus, see " + log)
                    .atMost(Patience.OF_A_TEST)
                    .failFast("Prometheus has ended, see " + log, () -> !process.isAlive())
                    .pollInterval(Duration.ofMillis(200))
                    .until(this::isReady);
        } catch (RuntimeException never) {
            close();
            throw never;
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return HTTP.send(request("/-/ready"), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The series that it has for that now; it has to understand the question. */
    List<JsonNode> query(String expression) {
        return data("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result")
                .valueStream()
                .toList();
    }

    List<JsonNode> rules() {
        return data("/api/v1/rules")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private JsonNode data(String path) {
        try {
            var answer = JSON.readTree(
                    HTTP.send(request(path), BodyHandlers.ofString()).body());
            assertThat(answer.path("status").asString())
                    .as("%s: %s", path, answer)
                    .isEqualTo("success");
            return answer.path("data");
        } catch (IOException | InterruptedException away) {
            throw new IllegalStateException(away);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    /** At once: nothing of what it has seen is wanted any more, and its directory goes next. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
