package remfunnel.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import remfunnel.ApiVersion;

/** A source that says what a test tells it to, a clock that the test moves, and waits that take no time. */
final class FakeSource implements AutoCloseable {
    static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    static final String TOKEN = "aaaabbbbccccddddeeeeffff0000111122223333";
    static final OrderWindow WINDOW = OrderWindow.closed(
            WindowField.MODIFIED, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-03T00:00:00Z"));

    final MockWebServer server = new MockWebServer();
    final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
    private final CrmClients clients = new CrmClients(now::get, waits::add);
    private final CallLimits limits = CallLimits.defaults()
            .withRate(0, 1)
            .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20));

    FakeSource() {
        try {
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String sample(String name) {
        try (var stream = FakeSource.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    CrmClient v1() {
        return client(ApiVersion.V1, limits);
    }

    CrmClient v2() {
        return client(ApiVersion.V2, limits);
    }

    CrmClient impatient() {
        return client(
                ApiVersion.V2,
                limits.withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(80), Duration.ofSeconds(2)));
    }

    CrmClient client(ApiVersion api, CallLimits chosen) {
        return clients.open(
                new ClientSettings(api, URI.create(server.url("/").toString()), KEY, chosen), CrmObserver.NONE);
    }

    FakeSource token(String token) {
        return json(200, "{\"token\":\"%s\",\"success\":true}".formatted(token));
    }

    FakeSource json(int status, String body) {
        return answer(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body));
    }

    FakeSource html(int status) {
        return answer(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body("<html>upstream said no</html>"));
    }

    FakeSource answer(MockResponse.Builder response) {
        server.enqueue(response.build());
        return this;
    }

    /** Every request that came, in order. */
    List<RecordedRequest> requests() throws InterruptedException {
        var requests = new ArrayList<RecordedRequest>();
        while (requests.size() < server.getRequestCount()) {
            requests.add(server.takeRequest());
        }
        return requests;
    }

    @Override
    public void close() {
        clients.close();
        server.close();
    }
}
