package remfunnel.config.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import remfunnel.config.Answers;
import remfunnel.config.document.ApiKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to config-service, and says plainly when it cannot. */
public final class ConfigClient {
    /** Numbers stay as they were sent: 650.00000 in a payload is no 650. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int UNAUTHORIZED = 401;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ENDURANCE = Duration.ofHours(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI service;
    private final String program;

    /** @param program that asks, as the history of what it changes names it */
    ConfigClient(URI service, String program) {
        this.service = service;
        this.program = program;
    }

    /** Whatever was typed as an id, as one part of a path. */
    static String part(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** As {@link #get}, of what may take long. */
    Answer await(String path) {
        return send(request(path).timeout(ENDURANCE).GET());
    }

    /** With If-Match, or If-None-Match: * where nothing is there yet. */
    Answer put(String path, Object body, Optional<String> etag) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return send(etag.isPresent() ? request.header("If-Match", etag.get()) : request.header("If-None-Match", "*"));
    }

    Answer putKey(String connector, ApiKey key) {
        return put("/api/connectors/" + connector + "/credentials", Map.of("api-key", key.reveal()), Optional.of("*"));
    }

    /** Takes as long as there are orders. */
    Answer plan(String connector, Object document) {
        return send(request("/api/connectors/" + connector + "/plan")
                .timeout(ENDURANCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(document))));
    }

    Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    Answer delete(String path) {
        return send(request(path).header("If-Match", "*").DELETE());
    }

    /** A body as it comes, however long it takes to begin; the caller closes it. */
    HttpResponse<InputStream> open(String path) {
        HttpResponse<InputStream> response =
                exchange(request(path).timeout(ENDURANCE).GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) {
            return response;
        }
        try (InputStream body = response.body()) {
            Answer answer = Answer.of(response, json(body.readAllBytes()));
            throw new CommandFailure(answer.refusal());
        } catch (IOException e) {
            throw new CommandFailure("config-service answered " + response.statusCode());
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Accept-Language", "en")
                .header(Answers.PROGRAM, program)
                .timeout(PATIENCE);
        ServiceToken.authorization(service).ifPresent(token -> request.header("Authorization", token));
        return request;
    }

    /** Not resolved: that would drop the path that a proxy puts the service under. */
    private URI address(String path) {
        String base = service.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = exchange(request.build(), BodyHandlers.ofByteArray());
        return Answer.of(response, json(response.body()));
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            throw new CommandFailure("what answers there is not config-service: it sent no JSON");
        } catch (NumberFormatException beyondNumbers) {
            // Jackson's answer to an exponent of eleven digits, which a source may send and a payload then holds.
            throw new CommandFailure("the answer holds a number that is too large or too small to be read");
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> response = http.send(request, handler);
            if (response.statusCode() == UNAUTHORIZED) {
                throw new CommandFailure(
                        ServiceToken.advice(service, request.headers().map().containsKey("Authorization")));
            }
            return response;
        } catch (ConnectException e) {
            throw new CommandFailure(
                    "config-service does not answer: is ./remfunnel up running? (tried " + service + ")");
        } catch (HttpTimeoutException e) {
            throw new CommandFailure("config-service did not answer in time (" + service + "); see its log");
        } catch (IOException e) {
            throw new CommandFailure("the connection to config-service broke off (" + service + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }
}
