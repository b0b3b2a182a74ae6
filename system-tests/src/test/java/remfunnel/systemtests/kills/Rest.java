package remfunnel.systemtests.kills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import remfunnel.config.cli.ServiceToken;
import remfunnel.systemtests.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a patient client uses it: what is not answered is asked again. */
final class Rest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final int port;
    private final URI service;

    Rest(int port) {
        this("127.0.0.1", port);
    }

    Rest(String host, int port) {
        this.port = port;
        service = URI.create("http://" + host + ":" + port);
    }

    int port() {
        return port;
    }

    /** Whether it answers 200 there, now. */
    boolean isFine(String path) {
        return send(request(path).GET())
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    /** What it answers there with 200; it may take its time. */
    JsonNode get(String path) {
        return send(request(path).timeout(Duration.ofMinutes(1)).GET())
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> JSON.readTree(answer.body()))
                .orElseThrow(() -> new AssertionError(path + " is not answered"));
    }

    /** Until it is written. A connector that is there is changed under its ETag, another made. */
    void put(String path, Object body) {
        Awaitility.await("PUT " + path)
                .atMost(Patience.OF_A_TEST)
                .pollInterval(Duration.ofMillis(200))
                .pollInSameThread()
                .until(() -> isPut(path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private boolean isPut(String path, HttpRequest.BodyPublisher body) {
        var there = send(request(path).GET());
        if (there.isEmpty()) {
            return false;
        }
        var request = request(path).header("Content-Type", "application/json").PUT(body);
        there.get()
                .headers()
                .firstValue("ETag")
                .ifPresentOrElse(tag -> request.header("If-Match", tag), () -> request.header("If-None-Match", "*"));
        var answer = send(request);
        answer.filter(refusal -> refusal.statusCode() == 400 || refusal.statusCode() == 422)
                .ifPresent(refusal -> {
                    throw new AssertionError(path + " is refused: " + refusal.body());
                });
        return answer.filter(each -> each.statusCode() / 100 == 2).isPresent();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(10));
        ServiceToken.authorization(service).ifPresent(token -> request.header("Authorization", token));
        return request;
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
