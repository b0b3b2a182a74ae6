package remfunnel.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import remfunnel.config.cli.ServiceToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the demo's connector fares, as the service tells everybody. */
final class DemoStatus {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Duration patience;

    DemoStatus(int port) {
        this(port, PATIENCE);
    }

    DemoStatus(int port, Duration patience) {
        this.address = URI.create("http://127.0.0.1:" + port + "/api/status/demo");
        this.patience = patience;
    }

    /** On a machine that is busy starting, the first answer may take longer than it is waited for: silence says nothing of the connector. */
    boolean isMissing() {
        long began = System.nanoTime();
        var answer = ask();
        while (answer.isEmpty() && System.nanoTime() - began < patience.toNanos()) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            answer = ask();
        }
        return answer.orElseThrow(() -> new CannotStart("config-service did not answer at " + address + " within "
                                + patience.toSeconds() + " s."))
                        .statusCode()
                == NOT_FOUND;
    }

    Optional<JsonNode> read() {
        return ask().filter(answer -> answer.statusCode() == 200).map(answer -> JSON.readTree(answer.body()));
    }

    private Optional<HttpResponse<byte[]>> ask() {
        try {
            var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5));
            ServiceToken.authorization(address).ifPresent(token -> request.header("Authorization", token));
            return Optional.of(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
