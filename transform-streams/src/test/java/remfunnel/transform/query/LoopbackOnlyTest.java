package remfunnel.transform.query;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import remfunnel.transform.OwnAddress;

class LoopbackOnlyTest {
    @ParameterizedTest
    @CsvSource({
        "/internal/connectors/shop/orders/1, 127.0.0.1:8083, 200",
        "/internal/connectors/shop/orders/1, evil.example:8083, 403",
        "/%69nternal/connectors/shop/orders/1, evil.example:8083, 403",
        "/internal;x/connectors/shop/orders/1, evil.example:8083, 403",
        "/actuator/prometheus, evil.example:8083, 403",
        "/actuator/prometheus, localhost:8083, 200"
    })
    void answersOnlyToTheNamesOfThisMachineHoweverThePathIsSpelt(String path, String host, int status)
            throws IOException, ServletException {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Host", host);

        assertThat(status(request, true)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"transform-1.internal:8083", "10.0.0.7:8083"})
    void answersToAnyNameWhereOthersAreToReachIt(String host) throws IOException, ServletException {
        var request = new MockHttpServletRequest("GET", "/internal/connectors/shop/orders/1");
        request.addHeader("Host", host);

        assertThat(status(request, false)).isEqualTo(200);
    }

    private static int status(MockHttpServletRequest request, boolean loopback) throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        var address = new OwnAddress("127.0.0.1:8083", 8083, loopback);
        new LoopbackOnly(address).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
