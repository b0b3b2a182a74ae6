package remfunnel.config.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks: by the token, or else by the session, which must show that its own page asks where something changes. */
final class CallerFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Users users;
    private final ApiTokens tokens;
    private final OwnersToken owner;

    CallerFilter(Sessions sessions, Users users, ApiTokens tokens, OwnersToken owner) {
        this.sessions = sessions;
        this.users = users;
        this.tokens = tokens;
        this.owner = owner;
    }

    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** A browser sends no token of itself, so with one there is nothing to forge; the cookie counts for nothing then. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = bearer(request);
        Optional<String> session = Sessions.of(request).filter(any -> token.isEmpty());
        Optional<Caller> caller = token.isPresent() ? token.flatMap(this::program) : session.flatMap(this::person);
        if (token.isPresent() && caller.isEmpty()) {
            Refusals.badToken(response);
        } else if (token.isEmpty() && caller.isPresent() && isForged(request, session.orElseThrow())) {
            Refusals.noCsrf(response);
        } else {
            caller.ifPresent(
                    known -> SecurityContextHolder.setContext(new SecurityContextImpl(known.authentication())));
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private Optional<Caller> program(String token) {
        return owner.find(token).or(() -> tokens.find(token)).map(Caller::of);
    }

    private Optional<Caller> person(String session) {
        return sessions.read(session).flatMap(users::of).map(Caller::of);
    }

    private boolean isForged(HttpServletRequest request, String session) {
        String given =
                Optional.ofNullable(request.getHeader(Sessions.CSRF_HEADER)).orElse("");
        return !isReading(request) && !Secrets.same(sessions.csrf(session), given);
    }
}
