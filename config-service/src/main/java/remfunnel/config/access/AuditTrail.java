package remfunnel.config.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import remfunnel.AuditEntry;
import remfunnel.config.TopicWriter;
import remfunnel.schemas.Topics;

/** Writes down who changed, or tried to change, what. */
final class AuditTrail extends OncePerRequestFilter {
    /** Who tried to log in, where nobody is known yet. */
    static final String LOGIN = AuditTrail.class.getName() + ".login";

    /** What came of a login whose answer leads on in any case. */
    static final String STATUS = AuditTrail.class.getName() + ".status";

    private static final int LONGEST = 300;
    /** The whole path: there may be a user or a connector of such a name. */
    private static final Pattern OF_DRAFTS =
            Pattern.compile("/api/connectors/[^/]+/(draft|draft/plan|orders/[^/]+/trial)");

    private final TopicWriter writer;
    private final Secrets secrets;
    private final Clock clock;

    AuditTrail(TopicWriter writer, Secrets secrets, Clock clock) {
        this.writer = writer;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (isNoted(request) && !isDraft(request, response)) {
                who(request).ifPresent(name -> write(name, request, status(request, response)));
            }
        }
    }

    /** The way back from a provider is read by a browser, and is a login. */
    private static boolean isNoted(HttpServletRequest request) {
        return !CallerFilter.isReading(request) || request.getAttribute(LOGIN) != null;
    }

    private static int status(HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(STATUS) instanceof HttpStatus status ? status.value() : response.getStatus();
    }

    /** It changes nothing yet, and is kept and tried with every few letters typed. */
    private static boolean isDraft(HttpServletRequest request, HttpServletResponse response) {
        return OF_DRAFTS.matcher(request.getRequestURI()).matches()
                && response.getStatus() < HttpStatus.BAD_REQUEST.value();
    }

    /** Strangers could fill the disk with what they are refused. */
    private static Optional<String> who(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(LOGIN))
                .map(Object::toString)
                .or(() -> Caller.current().map(Caller::getName));
    }

    private void write(String name, HttpServletRequest request, int status) {
        Instant now = clock.instant();
        String path = request.getRequestURI();
        writer.writeLater(
                Topics.AUDIT,
                now + "/" + secrets.newId(),
                new AuditEntry(
                        now,
                        name,
                        request.getMethod(),
                        path.substring(0, Math.min(path.length(), LONGEST)),
                        status,
                        request.getRemoteAddr()));
    }
}
