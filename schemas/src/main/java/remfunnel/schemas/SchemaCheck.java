package remfunnel.schemas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.schemas.SharedSettings.RegistrySettings;

/** Registers every topic's schema before anything is read or polled, so that a refusal is known at start. */
public final class SchemaCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(SchemaCheck.class);

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final URI api;
    private final HttpClient http;
    private final Optional<String> login;

    public SchemaCheck(RegistrySettings registry) {
        this.api = registry.serde().compatibleApi(registry.url());
        this.login = registry.login()
                .map(login -> Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Registers all schemas; those that are there stay as they are.
     *
     * @throws IllegalStateException when the registry refuses some: the message names them and why
     * @throws RegistryUnavailableException when it does not answer
     */
    public void ensureAccepted() {
        List<String> refusals = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            if (topic.valueType() != byte[].class) {
                refusals.addAll(register(topic));
            }
        }
        if (!refusals.isEmpty()) {
            throw new IllegalStateException("The schema registry refuses our schemas: " + String.join("; ", refusals)
                    + ". Another version of remfunnel, or someone else, registered others: compare them at " + api);
        }
    }

    /**
     * As {@link #ensureAccepted()}, but waits for a registry that is away: it may be starting beside us.
     *
     * @throws RegistryUnavailableException when it does not answer within the patience
     */
    public void awaitAccepted(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isAcceptedBefore(deadline)) {
            pause();
        }
    }

    private boolean isAcceptedBefore(long deadline) {
        try {
            ensureAccepted();
            return true;
        } catch (RegistryUnavailableException away) {
            if (System.nanoTime() > deadline) {
                throw away;
            }
            LOGGER.atWarn().addKeyValue("why", away.getMessage()).log("The schema registry is waited for");
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the schema registry", interrupted);
        }
    }

    private List<String> register(Topic<?> topic) {
        Schema schema = SpecificData.get().getSchema(topic.valueType());
        String subject = topic.name() + "-value";
        HttpResponse<String> answer = post("/subjects/" + subject + "/versions", schema.toString());
        return switch (answer.statusCode()) {
            case 200, 201 -> List.of();
            case CONFLICT, UNPROCESSABLE -> List.of(subject + ": " + answer.body());
            default ->
                throw new RegistryUnavailableException(
                        "the schema registry at " + api + " answered " + answer.statusCode(), null);
        };
    }

    private HttpResponse<String> post(String path, String schema) {
        String quoted = schema.replace("\\", "\\\\").replace("\"", "\\\"");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"" + quoted + "\"}"));
        login.ifPresent(basic -> request.header("Authorization", "Basic " + basic));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new RegistryUnavailableException("the schema registry at " + api + " cannot be reached", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while asking the schema registry", interrupted);
        }
    }
}
