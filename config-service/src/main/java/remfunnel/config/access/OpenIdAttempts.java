package remfunnel.config.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import remfunnel.config.openid.OpenIdAttempt;

/** Logins that are on their way to a provider and back: each stands in its browser's cookie alone, signed, so that any instance ends it. */
final class OpenIdAttempts {
    static final String COOKIE = "remfunnel-openid";
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String PATH = "/api/login/openid";
    private static final int PARTS = 3;

    private final Secrets secrets;
    private final Clock clock;

    OpenIdAttempts(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    OpenIdAttempt begin() {
        return of(secrets.newToken());
    }

    /** What the provider must not be able to say by itself is made of the state with our key, and kept nowhere. */
    private OpenIdAttempt of(String state) {
        return new OpenIdAttempt(state, secrets.sign("openid nonce", state), secrets.sign("openid verifier", state));
    }

    ResponseCookie cookie(OpenIdAttempt attempt, HttpServletRequest request) {
        String claim = attempt.state() + "." + clock.instant().plus(LIFE).getEpochSecond();
        return cookie(claim + "." + secrets.sign("openid attempt", claim), LIFE, request);
    }

    static ResponseCookie noCookie(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    /** Lax: the way back begins at another site. */
    private static ResponseCookie cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + PATH)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(life)
                .build();
    }

    /** The attempt of this browser, if the state that came back is its state. */
    Optional<OpenIdAttempt> of(HttpServletRequest request) {
        String state = Optional.ofNullable(request.getParameter("state")).orElse("");
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(this::read)
                .filter(known -> Secrets.same(known, state))
                .map(this::of);
    }

    private Optional<String> read(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != PARTS
                // Nothing of it is looked at before it is known to be ours.
                || !Secrets.same(secrets.sign("openid attempt", parts[0] + "." + parts[1]), parts[2])
                || clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[1])))) {
            return Optional.empty();
        }
        return Optional.of(parts[0]);
    }
}
