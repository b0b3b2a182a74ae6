package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import remfunnel.FunnelConfig;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.schemas.SharedSettings.RegistrySettings;

class RegistryAnswerTest {

    private static final byte[] RECORD = {0, 0, 0, 0, 7, 1, 2};

    private HttpServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void takesTheRegistrysWordThatItHasNoSuchId() {
        answer(404, "application/json", "{'name':'ContentNotFoundException','status':404,'title':'No content 7'}");

        assertThat(read()).isInstanceOf(Reading.Undecodable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401, application/json, '{}'",
        "403, application/json, '{}'",
        "404, application/json, '{}'",
        "404, text/html, '<html/>'",
        "404, application/json, '<html/>'",
        "408, text/plain, 'late'",
        "429, application/json, '{}'",
        "503, text/html, '<html/>'"
    })
    void waitsWhileSomethingElseIsAnswered(int status, String type, String body) {
        answer(status, type, body);

        assertThatThrownBy(this::read).isInstanceOf(RegistryUnavailableException.class);
    }

    private Reading<FunnelConfig> read() {
        var url = URI.create("http://localhost:" + registry.getAddress().getPort());
        return new RegistryRecords(new RegistrySettings(url, null, null))
                .reader(Topics.CONFIG)
                .read(RECORD);
    }

    private void answer(int status, String type, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        registry.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
