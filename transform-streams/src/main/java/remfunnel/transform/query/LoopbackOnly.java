package remfunnel.transform.query;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import remfunnel.transform.OwnAddress;

/** Where only this machine is to ask, a page in a browser that had its name point here is not to ask either: it names itself. */
@Component
class LoopbackOnly extends OncePerRequestFilter {
    private static final Pattern HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private final OwnAddress address;

    LoopbackOnly(OwnAddress address) {
        this.address = address;
    }

    /** Of every path: one path has many spellings, and the dispatcher knows them all. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !address.loopback();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        if (HOST.matcher(host).matches()) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
