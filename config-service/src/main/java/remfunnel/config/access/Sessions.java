package remfunnel.config.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import remfunnel.User;

/** Sessions that stand in their cookie alone, signed, so that every instance knows them. */
final class Sessions {
    static final String COOKIE = "remfunnel-session";
    static final String CSRF_COOKIE = "XSRF-TOKEN";
    static final String CSRF_HEADER = "X-XSRF-TOKEN";

    private static final int PARTS = 4;
    private static final int LONGEST = 512;

    private final Secrets secrets;
    private final Clock clock;
    private final Duration life;

    Sessions(Secrets secrets, Clock clock, Duration life) {
        this.secrets = secrets;
        this.clock = clock;
        this.life = life;
    }

    /** Whose session a cookie says it is; over when the user is at another generation. */
    record Claim(String user, long generation) {}

    String issue(User user) {
        String name = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(user.getName().getBytes(StandardCharsets.UTF_8));
        Instant end = clock.instant().plus(life);
        String claim = name + "." + user.getGeneration() + "." + end.getEpochSecond();
        return claim + "." + secrets.sign("session", claim);
    }

    Optional<Claim> read(String session) {
        String[] parts = session.split("\\.", -1);
        if (session.length() > LONGEST || parts.length != PARTS) {
            return Optional.empty();
        }
        String claim = session.substring(0, session.lastIndexOf('.'));
        // Nothing of it is looked at before it is known to be ours.
        if (!Secrets.same(secrets.sign("session", claim), parts[3])
                || clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[2])))) {
            return Optional.empty();
        }
        String user = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        return Optional.of(new Claim(user, Long.parseLong(parts[1])));
    }

    /** Made of the session, so that the token of another one is none, whoever set the cookie. */
    String csrf(String session) {
        return secrets.sign("csrf", session);
    }

    Stream<ResponseCookie> cookies(String session, HttpServletRequest request) {
        return Stream.of(
                cookie(COOKIE, session, request).httpOnly(true).maxAge(life).build(),
                cookie(CSRF_COOKIE, csrf(session), request).maxAge(life).build());
    }

    static Stream<ResponseCookie> noCookies(HttpServletRequest request) {
        return Stream.of(
                cookie(COOKIE, "", request).httpOnly(true).maxAge(0).build(),
                cookie(CSRF_COOKIE, "", request).maxAge(0).build());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value).path("/").sameSite("Lax").secure(request.isSecure());
    }

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .flatMap(cookies -> Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst());
    }
}
