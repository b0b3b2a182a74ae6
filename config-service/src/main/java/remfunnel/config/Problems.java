package remfunnel.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import remfunnel.config.document.Fault;
import remfunnel.funnel.Text;

/** Refusals as RFC 9457 tells them, in the language asked for and in both. */
final class Problems {
    private final boolean russian;

    private Problems(boolean russian) {
        this.russian = russian;
    }

    static Problems in(Optional<String> acceptLanguage) {
        return new Problems(acceptLanguage
                .map(header -> header.trim().toLowerCase(Locale.ROOT).startsWith("ru"))
                .orElse(false));
    }

    ResponseEntity<Object> plain(HttpStatus status, String code, Text detail) {
        return answer(status, detail(status, code, detail));
    }

    ResponseEntity<Object> faults(HttpStatus status, String code, Text detail, List<Fault> faults) {
        ProblemDetail problem = detail(status, code, detail);
        problem.setProperty("problems", faults.stream().map(this::fault).toList());
        return answer(status, problem);
    }

    ResponseEntity<Object> stale(WriteResult.Stale stale) {
        String changed = String.join(", ", stale.changed());
        ProblemDetail problem = detail(
                HttpStatus.PRECONDITION_FAILED,
                "STALE",
                Text.of(
                        "The connector is at revision " + stale.current() + " by now (" + stale.by()
                                + "); it differs from yours in: " + changed + ". Read it again and repeat your change.",
                        "Сейчас ревизия " + stale.current() + " (" + stale.by() + "); отличается от вашей в: " + changed
                                + ". Прочитайте её и повторите правку."));
        problem.setProperty("revision", stale.current());
        problem.setProperty("changed", stale.changed());
        return answer(HttpStatus.PRECONDITION_FAILED, problem);
    }

    private ProblemDetail detail(HttpStatus status, String code, Text detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, said(detail));
        problem.setProperty("code", code);
        problem.setProperty("en", detail.en());
        problem.setProperty("ru", detail.ru());
        return problem;
    }

    private Map<String, Object> fault(Fault fault) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("code", fault.code());
        written.put("path", fault.path());
        if (fault.line() > 0) {
            written.put("line", fault.line());
        }
        written.put("position", fault.position());
        written.put("message", said(fault.message()));
        written.put("en", fault.message().en());
        written.put("ru", fault.message().ru());
        return written;
    }

    String said(Text text) {
        return russian ? text.ru() : text.en();
    }

    private static ResponseEntity<Object> answer(HttpStatus status, ProblemDetail problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
