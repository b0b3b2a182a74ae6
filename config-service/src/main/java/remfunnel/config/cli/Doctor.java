package remfunnel.config.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import remfunnel.config.Check;
import tools.jackson.databind.JsonNode;

/** The part of doctor that concerns config-service and the connectors. */
public final class Doctor {
    private final URI service;

    public Doctor(URI service) {
        this.service = service;
    }

    /** Never fails: a service that is away is a check that failed. */
    public List<Check> run() {
        try {
            List<Check> checks = new ArrayList<>();
            JsonNode answer = new ConfigClient(service, "remfunnel doctor")
                    .get("/api/checks")
                    .orFail();
            checks.add(Check.ok("config-service", service + " answers"));
            answer.forEach(check -> checks.add(check(check)));
            return List.copyOf(checks);
        } catch (CommandFailure e) {
            return List.of(Check.fail(
                    "config-service", e.getMessage(), "Start it: ./remfunnel up, or say where it is: --url."));
        }
    }

    private static Check check(JsonNode check) {
        return new Check(
                check.path("name").asString(),
                Check.Verdict.valueOf(check.path("verdict").asString()),
                check.path("detail").asString(),
                check.path("advice").asString());
    }
}
