package remfunnel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.start(Simulated.options());
        browser = new Browser(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void refusalsSayHowLongToWaitOrDoNot() {
        inject(Fault.Kind.TOO_MANY_REQUESTS);
        inject(Fault.Kind.TOO_MANY_REQUESTS_RETRY_AFTER);

        var silent = browser.bearer("/order/");
        var telling = browser.bearer("/order/");

        assertThat(silent.status()).isEqualTo(429);
        assertThat(silent.retryAfter()).isEmpty();
        assertThat(telling.retryAfter()).isEqualTo("1");
        assertThat(browser.bearer("/order/").status()).isEqualTo(200);
    }

    @Test
    void gatewaysAnswerInHtmlEvenWithTwoHundred() {
        inject(Fault.Kind.BAD_GATEWAY_HTML);
        inject(Fault.Kind.OK_HTML);

        var gateway = browser.bearer("/order/");
        var maintenance = browser.bearer("/order/");

        assertThat(gateway.status()).isEqualTo(502);
        assertThat(gateway.body()).startsWith("<html>");
        assertThat(maintenance.status()).isEqualTo(200);
        assertThat(maintenance.type()).isEqualTo("text/html");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATED_JSON", "MALFORMED_JSON"})
    void someJsonCannotBeRead(Fault.Kind kind) {
        inject(kind);

        var broken = browser.bearer("/order/");

        assertThat(broken.status()).isEqualTo(200);
        assertThatThrownBy(broken::json).isInstanceOf(tools.jackson.core.JacksonException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED_CONNECTION", "DROPPED_BODY"})
    void connectionsBreakBeforeOrInTheAnswer(Fault.Kind kind) {
        inject(kind);

        assertThatThrownBy(() -> browser.bearer("/order/")).isInstanceOf(UncheckedIOException.class);
        assertThat(browser.bearer("/order/").status()).isEqualTo(200);
    }

    @Test
    void slowAnswersAreSlow() {
        simulator.control().inject(Fault.next(1, Fault.Kind.SLOW, "/").lasting(Duration.ofMillis(300)));

        long before = System.nanoTime();
        var reply = browser.bearer("/branches/");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(299));
    }

    @Test
    void faultsStrikeTheirPathAloneAndAreControlledOverHttp() {
        browser.json("POST", "/control/faults", "{\"kind\":\"SUCCESS_FALSE\",\"path\":\"/order\",\"times\":1}");

        assertThat(browser.bearer("/branches/").json().path("success").asBoolean())
                .isTrue();
        assertThat(browser.bearer("/order/").json().path("success").asBoolean()).isFalse();
        assertThat(simulator.control().statistics().faults()).isEqualTo(1);
    }

    private void inject(Fault.Kind kind) {
        simulator.control().inject(Fault.next(1, kind, "/order"));
    }
}
