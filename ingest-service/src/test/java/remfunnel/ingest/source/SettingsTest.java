package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.ApiVersion;

class SettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://api.remonline.app", "https://api.roapp.io/", "http://127.0.0.1:8099"})
    void takesASchemeAndAHost(String url) {
        assertThat(settings(url).baseUrl()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.remonline.app",
                "https://api.roapp.io/v2",
                "ftp://a.b",
                "https://me@a.b",
                "https://a.b?token=x"
            })
    void refusesAnyOtherBaseUrlAndNamesTheField(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(url))
                .withMessageContaining("base_url")
                .withMessageContaining("https://api.remonline.app");
    }

    @Test
    void refusesLimitsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallLimits.defaults().withRate(-1, 3))
                .withMessage("requestsPerSecond is -1.0; it has to be 0 (no limit) or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallLimits.defaults().withRate(3, 0))
                .withMessage("burst is 0; it has to be 1 or more");
    }

    @Test
    void refusesAWindowFinerThanTheSourceCounts() {
        var second = Instant.parse("2026-01-01T00:00:00Z");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderWindow.closed(WindowField.CREATED, second, second.plusMillis(1)))
                .withMessageContaining("whole seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderWindow.closed(WindowField.CREATED, second, second.minusSeconds(1)))
                .withMessageContaining("is before from");
    }

    @Test
    void allowsThreeRequestsASecondByDefault() {
        var limits = CallLimits.defaults();

        assertThat(limits.requestsPerSecond()).isEqualTo(3);
        assertThat(limits.burst()).isEqualTo(3);
        assertThat(limits.tokenLife()).isEqualTo(Duration.ofMinutes(9));
    }

    private static ClientSettings settings(String url) {
        return new ClientSettings(ApiVersion.V1, URI.create(url), FakeSource.KEY);
    }
}
