package remfunnel.config.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one does to a whole connector. */
@Command(
        name = "connectors",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(remove | pause | resume)",
        description = "Remove, pause or resume a connector.")
final class ConnectorsCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;

    ConnectorsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Remove a connector, its key and its facts; raw orders stay.")
    int remove(@Parameters(paramLabel = "ID") String id, @Mixin ServiceOption service) {
        service.client().delete("/api/connectors/" + ConfigClient.part(id)).orFail();
        terminal.out().println(id + ": removed");
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Stop polling; facts stay.")
    int pause(@Parameters(paramLabel = "ID") String id, @Mixin ServiceOption service) {
        return enable(id, service.client(), false);
    }

    @Command(mixinStandardHelpOptions = true, description = "Poll again, from where it stopped.")
    int resume(@Parameters(paramLabel = "ID") String id, @Mixin ServiceOption service) {
        return enable(id, service.client(), true);
    }

    private int enable(String id, ConfigClient client, boolean enabled) {
        String path = "/api/connectors/" + ConfigClient.part(id);
        Answer there = client.get(path);
        JsonNode latest = latestAccepted(there.orFail());
        Map<String, JsonNode> changed = new LinkedHashMap<>();
        latest.properties().forEach(entry -> changed.put(entry.getKey(), entry.getValue()));
        changed.put("enabled", JSON.valueToTree(enabled));
        client.put(path, changed, there.etag()).orFail();
        terminal.out().println(id + (enabled ? ": resumed" : ": paused"));
        return 0;
    }

    /** What was rejected stays so however often it is written: then what is active is taken. */
    static JsonNode latestAccepted(JsonNode connector) {
        JsonNode pending = connector.path("pending");
        return pending.has("configuration") && !pending.has("rejected")
                ? pending.path("configuration")
                : connector.path("configuration");
    }
}
