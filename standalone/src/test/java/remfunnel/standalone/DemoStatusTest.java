package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoStatusTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer service;

    @BeforeEach
    void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    @Test
    void asksAgainWhereAServiceThatIsStillSlowDoesNotAnswer() {
        answers(exchange -> {
            if (asked.incrementAndGet() <= 2) {
                exchange.close();
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        });

        assertThat(status(PATIENCE).isMissing()).isTrue();
    }

    @Test
    void knowsAConnectorThatIsThere() {
        answers(exchange -> exchange.sendResponseHeaders(200, -1));

        assertThat(status(PATIENCE).isMissing()).isFalse();
    }

    @Test
    void saysThatNobodyAnswers() {
        answers(HttpExchange::close);

        assertThatThrownBy(() -> status(Duration.ofMillis(1)).isMissing())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("did not answer");
    }

    private void answers(HttpHandler handler) {
        service.createContext("/api/status/demo", handler);
    }

    private DemoStatus status(Duration patience) {
        return new DemoStatus(service.getAddress().getPort(), patience);
    }
}
