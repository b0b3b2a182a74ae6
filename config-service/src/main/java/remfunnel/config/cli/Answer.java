package remfunnel.config.cli;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import remfunnel.config.document.Fault;
import remfunnel.funnel.Text;
import tools.jackson.databind.JsonNode;

/** What the service said. */
record Answer(int status, Optional<String> etag, Optional<Duration> retryAfter, JsonNode body) {
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,3}");

    static Answer of(HttpResponse<?> response, JsonNode body) {
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new Answer(response.statusCode(), response.headers().firstValue("ETag"), retryAfter, body);
    }

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    boolean isMissing() {
        return status == 404;
    }

    /** The body, or the failure that it tells. */
    JsonNode orFail() {
        if (!isOk()) {
            throw new CommandFailure(refusal());
        }
        return body;
    }

    /** What is wrong with a document, by its paths; none where something else is wrong. */
    List<Fault> faults() {
        return StreamSupport.stream(body.path("problems").spliterator(), false)
                .map(Answer::fault)
                .toList();
    }

    private static Fault fault(JsonNode problem) {
        return new Fault(
                problem.path("code").asString(""),
                problem.path("path").asString(""),
                0,
                problem.path("position").asInt(0),
                Text.of(problem.path("en").asString(""), problem.path("ru").asString("")));
    }

    /** What is wrong, a line a problem. */
    String refusal() {
        StringBuilder said = new StringBuilder(body.path("detail").asString("config-service answered " + status));
        for (JsonNode problem : body.path("problems")) {
            said.append("\n  ")
                    .append(problem.path("path").asString(""))
                    .append(": ")
                    .append(problem.path("message").asString(""));
        }
        return said.toString();
    }
}
