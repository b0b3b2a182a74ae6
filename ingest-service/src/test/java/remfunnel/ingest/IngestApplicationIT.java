package remfunnel.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import remfunnel.schemas.CredentialCipher;

class IngestApplicationIT {
    @TempDir
    private Path directory;

    @Test
    void isReadyOnceItOwnsItsPartitionsAndShowsItsMetrics() throws Exception {
        var keyset = directory.resolve("keyset.json");
        CredentialCipher.createOrLoad(keyset);
        try (var broker = TestBroker.start();
                var registry = acceptingRegistry();
                var application = start(broker, registry, keyset)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> get(application, "/actuator/health/readiness").statusCode() == 200);

            assertThat(get(application, "/actuator/health/liveness").body()).contains("UP");
            assertThat(get(application, "/actuator/prometheus").body())
                    .contains("jvm_", "remfunnel_ingest_partitions ");
        }
    }

    private static ConfigurableApplicationContext start(TestBroker broker, MockWebServer registry, Path keyset) {
        return IngestApplication.builder()
                .run(
                        "--remfunnel.ingest.port=0",
                        "--remfunnel.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--remfunnel.registry.url=http://127.0.0.1:" + registry.getPort(),
                        "--remfunnel.topics.partitions=2",
                        "--remfunnel.keyset-file=" + keyset);
    }

    private static MockWebServer acceptingRegistry() throws Exception {
        var registry = new MockWebServer();
        registry.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().code(200).body("{\"id\":1}").build();
            }
        });
        registry.start();
        return registry;
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext application, String path) throws Exception {
        var port = application.getEnvironment().getProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
