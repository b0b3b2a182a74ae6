package remfunnel.systemtests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The configuration of {@code monitoring/} as one has it who watches another machine, and has no time to wait. */
final class Watching {
    private Watching() {}

    /**
     * @param replaced addresses of docker-compose.yml, and those that are watched instead
     * @param token what config-service shows its metrics to
     */
    static Path configuration(Path directory, Map<String, String> replaced, String token) throws IOException {
        var own = Documents.ROOT.resolve("monitoring");
        var text = Files.readString(own.resolve("prometheus.yml"));
        for (var each : replaced.entrySet()) {
            assertThat(text).contains(each.getKey());
            text = text.replace(each.getKey(), each.getValue());
        }
        Files.createDirectories(directory.resolve("rules"));
        Files.copy(Documents.RULES, directory.resolve("rules/remfunnel.yml"));
        Files.writeString(Files.createDirectories(directory.resolve("token")).resolve("config-service"), token);
        return Files.writeString(directory.resolve("prometheus.yml"), text);
    }
}
