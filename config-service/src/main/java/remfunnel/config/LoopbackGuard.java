package remfunnel.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import remfunnel.funnel.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loopback alone keeps no browser out: a page whose name is made to point at 127.0.0.1 (DNS rebinding) could read exports and change
 * connectors. Its requests carry its own name, which is what gives it away.
 */
@Component
class LoopbackGuard extends OncePerRequestFilter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Text FOREIGN_HOST = Text.of(
            "This service listens on this machine alone and answers only to localhost, 127.0.0.1 and [::1]; the request's Host is another.",
            "Служба доступна только с этой машины и только по именам localhost, 127.0.0.1 и [::1]; в запросе другой Host.");
    private static final Text FOREIGN_ORIGIN = Text.of(
            "Pages of other sites may change nothing here; the request's Origin is not this service.",
            "Страницы других сайтов ничего не могут здесь менять; в запросе чужой Origin.");

    private final boolean guarding;

    LoopbackGuard(ServerProperties server) {
        guarding = Optional.ofNullable(server.getAddress())
                .filter(InetAddress::isLoopbackAddress)
                .isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        if (guarding && !HOST.matcher(host).matches()) {
            refuse(response, "FOREIGN_HOST", FOREIGN_HOST);
        } else if (guarding && !READING.contains(request.getMethod()) && isForeign(request, host)) {
            refuse(response, "FOREIGN_ORIGIN", FOREIGN_ORIGIN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Programs send no origin; a browser sends that of the page. */
    private static boolean isForeign(HttpServletRequest request, String host) {
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equalsIgnoreCase(request.getScheme() + "://" + host);
    }

    private static void refuse(HttpServletResponse response, String code, Text why) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", HttpStatus.FORBIDDEN.getReasonPhrase());
        problem.put("status", HttpStatus.FORBIDDEN.value());
        problem.put("detail", why.en());
        problem.put("code", code);
        problem.put("en", why.en());
        problem.put("ru", why.ru());
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
