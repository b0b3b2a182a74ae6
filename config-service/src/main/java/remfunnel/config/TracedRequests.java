package remfunnel.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import remfunnel.schemas.Keys;
import remfunnel.tracing.Tracing;
import remfunnel.tracing.Work;

/** A span for each request: which route, for which connector, with which status. What else an address names is left out. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TracedRequests extends OncePerRequestFilter {
    private static final String CONNECTOR = "id";

    private final Tracing tracing;

    TracedRequests(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !tracing.isOn();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var work = tracing.begin(request.getMethod())) {
            chain.doFilter(request, response);
            if (work.isSeen()) {
                tell(work, request, response.getStatus());
            }
        }
    }

    private static void tell(Work work, HttpServletRequest request, int status) {
        work.with("http.request.method", request.getMethod()).with("http.response.status_code", status);
        if (status >= 500) {
            work.failed("status " + status);
        }
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            work.named(request.getMethod() + ' ' + route).with("http.route", route);
            connector(request, route).ifPresent(work::connector);
        }
    }

    private static Optional<String> connector(HttpServletRequest request, String route) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts
                        && route.startsWith("/api/connectors/")
                ? Optional.ofNullable(parts.get(CONNECTOR))
                        .map(Object::toString)
                        .filter(Keys::isConnectorId)
                : Optional.empty();
    }
}
