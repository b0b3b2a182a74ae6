package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackGuardTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/connectors");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private MockHttpServletResponse answer(String boundTo) throws IOException, ServletException {
        ServerProperties server = new ServerProperties();
        server.setAddress(InetAddress.getByName(boundTo));
        new LoopbackGuard(server).doFilter(request, response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, 200",
        "LOCALHOST, 200",
        "127.0.0.1:1, 200",
        "[::1]:8080, 200",
        "evil.example:8080, 403",
        "localhost.evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "'', 403"
    })
    void answersOnlyToTheNamesOfThisMachine(String host, int status) throws IOException, ServletException {
        request.addHeader("Host", host);

        answer("127.0.0.1");

        assertThat(response.getStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "http, PUT, http://localhost:8080, 200",
        "https, POST, https://localhost:8080, 200",
        "https, POST, http://localhost:8080, 403",
        "http, POST, https://localhost:8080, 403",
        "http, PUT, https://evil.example, 403",
        "https, PUT, https://evil.example, 403",
        "http, DELETE, null, 403",
        "http, GET, https://evil.example, 200"
    })
    void letsOnlyItsOwnPagesChangeAnything(String scheme, String method, String origin, int status)
            throws IOException, ServletException {
        request.setScheme(scheme);
        request.setMethod(method);
        request.addHeader("Host", "localhost:8080");
        request.addHeader("Origin", origin);

        answer("127.0.0.1");

        assertThat(response.getStatus()).isEqualTo(status);
    }

    @Test
    void saysWhyItRefuses() throws IOException, ServletException {
        request.addHeader("Host", "evil.example");

        answer("::1");

        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("FOREIGN_HOST", "answers only to localhost");
    }

    @Test
    void leavesOtherAddressesToWhatStandsInFront() throws IOException, ServletException {
        request.addHeader("Host", "remfunnel.example");

        answer("0.0.0.0");

        assertThat(response.getStatus()).isEqualTo(200);
    }
}
