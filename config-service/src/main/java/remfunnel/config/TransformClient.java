package remfunnel.config;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import remfunnel.FunnelConfig;
import remfunnel.funnel.Text;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topics;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the transform: any instance finds the one that has the connector's state. */
@Component
class TransformClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How long an answer is waited for. */
    record Patience(Duration explain, Duration plan) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(15));
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final List<URI> instances;
    private final Records records;
    private final Patience patience;

    @Autowired
    TransformClient(@Value("${config.transform-urls}") List<URI> instances, Records records) {
        this(instances, records, Patience.USUAL);
    }

    TransformClient(List<URI> instances, Records records, Patience patience) {
        this.instances = List.copyOf(instances);
        this.records = records;
        this.patience = patience;
    }

    TransformReply explain(String connector, long order) {
        return ask(
                connector,
                "/orders/" + order,
                request -> request.timeout(patience.explain()).GET());
    }

    /** The draft goes as the very record that apply would write. */
    TransformReply plan(FunnelConfig draft) {
        byte[] record = serialized(draft);
        return ask(
                draft.getConnectorId(),
                "/plan",
                request -> request.timeout(patience.plan()).POST(BodyPublishers.ofByteArray(record)));
    }

    private byte[] serialized(FunnelConfig draft) {
        try (var serializer = records.serializer(Topics.CONFIG)) {
            return serializer.serialize(Topics.CONFIG.name(), draft);
        }
    }

    private interface Asking {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    /** Any client may have written a record under a key that is no id: it has no place in an address. */
    private TransformReply ask(String connector, String what, Asking asking) {
        if (!Keys.isConnectorId(connector)) {
            return noConnector();
        }
        for (URI instance : instances) {
            var address = URI.create(withoutSlash(instance.toString()) + "/internal/connectors/" + connector + what);
            var reply = ask(asking.of(HttpRequest.newBuilder(address)).build());
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        return away();
    }

    /** Empty when the instance does not answer; one that is slow is at work on it, and another would ask the same one. */
    private Optional<TransformReply> ask(HttpRequest request) {
        try {
            return Optional.of(reply(http.send(request, BodyHandlers.ofString())));
        } catch (HttpConnectTimeoutException away) {
            return Optional.empty();
        } catch (HttpTimeoutException slow) {
            return Optional.of(slow(request.timeout().orElseThrow()));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static TransformReply reply(HttpResponse<String> response) {
        if (response.statusCode() == 200) {
            return new TransformReply.Answer(response.body());
        }
        var said = json(response.body());
        var why = Text.of(
                said.path("en").asString("transform answered " + response.statusCode() + "; see its log"),
                said.path("ru").asString("transform ответил " + response.statusCode() + "; смотрите его журнал"));
        int status = said.has("code") ? response.statusCode() : 502;
        return new TransformReply.Refusal(
                status,
                said.path("code").asString("TRANSFORM_FAILED"),
                why,
                response.headers().firstValue("Retry-After"));
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static TransformReply slow(Duration waited) {
        return new TransformReply.Refusal(
                504,
                "TRANSFORM_SLOW",
                Text.of(
                        "The transform did not finish within " + waited.toSeconds()
                                + " s; it may still be at work. Ask again later, or look at its load.",
                        "transform не закончил за " + waited.toSeconds()
                                + " с и, возможно, ещё работает. Повторите позже или проверьте его нагрузку."),
                Optional.empty());
    }

    private static TransformReply noConnector() {
        return new TransformReply.Refusal(
                404,
                "NO_SUCH_CONNECTOR",
                Text.of(
                        "That is no connector's id: [a-z0-9][a-z0-9-]{0,39}.",
                        "Это не идентификатор подключения: [a-z0-9][a-z0-9-]{0,39}."),
                Optional.empty());
    }

    private TransformReply away() {
        return new TransformReply.Refusal(
                503,
                "TRANSFORM_AWAY",
                Text.of(
                        "No transform answers (tried " + instances
                                + "): is one running, and is REMFUNNEL_TRANSFORM_URL where it listens?",
                        "Ни один transform не отвечает (" + instances
                                + "): запущен ли он, и верен ли REMFUNNEL_TRANSFORM_URL?"),
                Optional.empty());
    }
}
