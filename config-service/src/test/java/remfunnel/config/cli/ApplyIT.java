package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import remfunnel.config.Service;
import remfunnel.config.document.Documents;

class ApplyIT {
    private static final String KEY = "k3y-0f-the-sh0p";
    private static Service service;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new Service(directory);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private int apply(String id, String document) throws IOException {
        Path file = Files.writeString(directory.resolve("connector.yaml"), document.replace("tver-repair", id));
        ApplyCommand apply = new ApplyCommand(terminal, new Others(service, id), Map.of("REMONLINE_API_KEY", KEY));
        return new CommandLine(apply)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    terminal.err().println(failure.getMessage());
                    return 1;
                })
                .execute(file.toString(), "--url", service.url().toString());
    }

    @Test
    void keepsTheKeyWhenAChangeIsRefused() throws IOException {
        apply("judged", Documents.example());

        int code = apply(
                "judged",
                Documents.example()
                        .replace("${env:REMONLINE_API_KEY}", "another-key")
                        .replace("revenue: total", "revenue: totall"));
        String stored = service.send("PUT", "/api/connectors/judged/credentials", "{\"api-key\":\"" + KEY + "\"}")
                .body();

        assertThat(code).isEqualTo(1);
        assertThat(Service.JSON.readTree(stored).path("changed").asBoolean(true))
                .isFalse();
    }

    @Test
    void saysWhatAFailedFirstApplyLeavesBehind() throws IOException {
        int code = apply(
                "half",
                Documents.example().replace("enabled: true", "enabled: false").replace("Ждёт запчасть", "Ждёт кота"));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("half: connected, but not configured: the connector is kept", "connectors remove half");
        assertThat(service.get("/api/connectors/half/configuration").body()).contains("enabled: false");
    }

    @Test
    void givesTheKeyAgainWhenTheAddressChanges() throws IOException {
        apply("moving", Documents.example());

        int code = apply("moving", Documents.example().replace("https://api.remonline.app", "https://other.example"));

        assertThat(code).isZero();
        assertThat(service.json("/api/status/moving").path("api-key-stored").asBoolean())
                .isTrue();
        assertThat(service.get("/api/connectors/moving/configuration").body()).contains("https://other.example");
    }
}
