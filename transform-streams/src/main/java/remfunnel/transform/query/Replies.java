package remfunnel.transform.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes replies as HTTP. */
final class Replies {
    private Replies() {}

    static ResponseEntity<Object> written(Reply reply) {
        return switch (reply) {
            case Reply.Answer(var body) -> ResponseEntity.ok(body);
            case Reply.Refusal refusal ->
                answer(refusal.status(), refusal.again().map(Replies::seconds), said(refusal));
            case Reply.Relayed relayed ->
                answer(relayed.status(), relayed.retryAfter(), relayed.body().get());
        };
    }

    private static ResponseEntity<Object> answer(int status, Optional<String> retryAfter, Object body) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        retryAfter.ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.body(body);
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    private static Map<String, Object> said(Reply.Refusal refusal) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("code", refusal.code());
        said.put("en", refusal.why().en());
        said.put("ru", refusal.why().ru());
        return said;
    }
}
