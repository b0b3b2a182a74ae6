package remfunnel.config.cli;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the service said. */
record Answer(int status, Optional<String> etag, JsonNode body) {
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
