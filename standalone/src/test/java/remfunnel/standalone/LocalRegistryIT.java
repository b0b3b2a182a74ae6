package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryIT {
    private static final String SCHEMA =
            "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"A\\\",\\\"fields\\\":[]}\"}";

    @TempDir
    private Path directory;

    @Test
    void keepsSchemasAndTheirIdsOverARestart() throws Exception {
        String registered;
        try (var registry = LocalRegistry.startOnFreePort(directory)) {
            registered = post(registry.compatibleUrl() + "/subjects/a-value/versions", SCHEMA);
        }

        try (var registry = LocalRegistry.startOnFreePort(directory)) {
            assertThat(registered).isEqualTo("{\"id\":1}");
            assertThat(get(registry.compatibleUrl() + "/schemas/ids/1")).contains("record");
        }
    }

    @Test
    void stopsAnOrphanThatHoldsTheDirectory() throws Exception {
        var orphan = LocalRegistry.startOnFreePort(directory);

        try (var registry = LocalRegistry.startOnFreePort(directory)) {
            assertThat(get(registry.url() + "/system/info")).contains("Apicurio");
            assertThat(ProcessHandle.of(orphan.pid())).isEmpty();
        }
    }

    @Test
    void isGoneAfterClosing() throws Exception {
        var registry = LocalRegistry.startOnFreePort(directory);
        var process = ProcessHandle.of(registry.pid()).orElseThrow();

        registry.close();

        assertThat(process.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
    }

    private static String post(String url, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body));
        return send(request.build());
    }

    private static String get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static String send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
