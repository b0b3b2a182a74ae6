package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between the command and the service, or in its place. */
class ConfigClientTest {
    private static final String AWAY =
            "{\"code\":\"DEPENDENCY_AWAY\",\"detail\":\"The broker does not answer: try again.\"}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/funnel", "/shop/funnel/"})
    void asksBelowTheBasePath(String base) {
        answer(200, "[]");

        client(base).get("/api/status");

        assertThat(asked).containsExactly("/shop/funnel/api/status");
    }

    @Test
    void tellsWhatIsAway() {
        answer(503, AWAY);

        assertThatThrownBy(() -> client("").get("/api/status").orFail())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The broker does not answer: try again.");
        assertThatThrownBy(() -> client("").open("/api/export/facts"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The broker does not answer: try again.");
    }

    @Test
    void tellsAProxysPageFromTheService() {
        answer(503, "<html>Bad gateway</html>");

        assertThatThrownBy(() -> client("").get("/api/status"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is not config-service");
    }

    private ConfigClient client(String base) {
        return new ConfigClient(
                URI.create("http://127.0.0.1:" + service.getAddress().getPort() + base), "a test");
    }

    private void answer(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
