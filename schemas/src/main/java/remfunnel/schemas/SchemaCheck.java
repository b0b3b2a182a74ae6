package remfunnel.schemas;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.schemas.SharedSettings.RegistrySettings;

/** Registers every topic's schema before anything is read or polled, so that a refusal is known at start. */
public final class SchemaCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(SchemaCheck.class);

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final RegistryHttp http;
    private final SerdeVendor serde;

    public SchemaCheck(RegistrySettings registry) {
        this.http = new RegistryHttp(registry);
        this.serde = registry.serde();
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
                    + ". Another version of remfunnel, or someone else, registered others: compare them at "
                    + http.api());
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
            default -> throw new RegistryUnavailableException(refusal(http.api(), answer.statusCode(), serde), null);
        };
    }

    /** A login that is wrong or missing is told as such, by the names of its settings and without what they hold. */
    static String refusal(URI api, int status, SerdeVendor serde) {
        String answered = "the schema registry at " + api + " answered " + status;
        return status == UNAUTHORIZED || status == FORBIDDEN
                ? answered + ": it does not take the login in " + String.join(" and ", serde.loginProperties())
                        + " under remfunnel.registry.client"
                : answered;
    }

    private HttpResponse<String> post(String path, String schema) {
        String quoted = schema.replace("\\", "\\\\").replace("\"", "\\\"");
        return http.send(http.request(path)
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"" + quoted + "\"}"))
                .build());
    }
}
