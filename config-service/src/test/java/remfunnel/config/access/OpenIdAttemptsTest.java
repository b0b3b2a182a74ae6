package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import remfunnel.config.openid.OpenIdAttempt;

class OpenIdAttemptsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final byte[] key = new byte[32];
    private final OpenIdAttempts attempts = at(NOW);
    private final OpenIdAttempt begun = attempts.begin();
    private final String cookie =
            attempts.cookie(begun, new MockHttpServletRequest()).getValue();

    private OpenIdAttempts at(Instant moment) {
        return new OpenIdAttempts(new Secrets(key), Clock.fixed(moment, ZoneOffset.UTC));
    }

    private static MockHttpServletRequest request(String cookie, String state) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(OpenIdAttempts.COOKIE, cookie));
        request.setParameter("state", state);
        return request;
    }

    @Test
    void anotherInstanceGoesOnWithTheAttempt() {
        assertThat(at(NOW.plusSeconds(60)).of(request(cookie, begun.state()))).contains(begun);
    }

    @Test
    void anAttemptEndsByItself() {
        var late = at(NOW.plus(OpenIdAttempts.LIFE).plus(Duration.ofSeconds(1)));

        assertThat(late.of(request(cookie, begun.state()))).isEmpty();
    }

    @Test
    void theStateOfAnotherBrowserIsNone() {
        assertThat(attempts.of(request(cookie, attempts.begin().state()))).isEmpty();
        assertThat(attempts.of(request(cookie, ""))).isEmpty();
        assertThat(attempts.of(new MockHttpServletRequest())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.9999999999.b", "a.x.y", "a.b.c.d"})
    void takesNothingThatWasNotSigned(String forged) {
        assertThat(attempts.of(request(forged, "a"))).isEmpty();
        assertThat(attempts.of(request(forged, ""))).isEmpty();
    }

    @Test
    void aSessionIsNoAttempt() {
        String claim = begun.state() + ".9999999999";
        String signed = claim + "." + new Secrets(key).sign("session", claim);

        assertThat(attempts.of(request(signed, begun.state()))).isEmpty();
    }

    @Test
    void theCookieTellsNeitherNonceNorVerifier() {
        assertThat(cookie).doesNotContain(begun.nonce()).doesNotContain(begun.verifier());
        assertThat(begun.verifier()).hasSizeBetween(43, 128).isNotEqualTo(begun.nonce());
        assertThat(begun.toString()).doesNotContain(begun.state());
    }
}
