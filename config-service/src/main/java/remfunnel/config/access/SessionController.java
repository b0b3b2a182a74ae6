package remfunnel.config.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.User;
import remfunnel.config.Answers;

/** Logging in and out, and one's own password. */
@RestController
@Tag(name = "access")
class SessionController {
    private final Users users;
    private final Sessions sessions;
    private final LoginLimit limit;
    private final LoginWays ways;

    SessionController(Users users, Sessions sessions, LoginLimit limit, LoginWays ways) {
        this.users = users;
        this.sessions = sessions;
        this.limit = limit;
        this.ways = ways;
    }

    /** A form of another site cannot send JSON, so nobody is logged in as somebody else unawares. */
    @PostMapping(path = "/api/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Log in: {\"name\": …, \"password\": …}; the answer sets the session's cookies")
    ResponseEntity<Object> login(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        Answers answers = new Answers(request);
        if (!ways.passwords()) {
            return LoginWays.noPasswords(answers);
        }
        return answers.withJson(body -> Fields.of(body, "name", "password")
                .map(fields -> login(fields, request, answers))
                .orElseGet(() -> Fields.refusal(answers, "{\"name\": \"…\", \"password\": \"…\"}")));
    }

    private ResponseEntity<Object> login(Map<String, String> fields, HttpServletRequest request, Answers answers) {
        String name = Users.isName(fields.get("name")) ? fields.get("name") : "?";
        Optional<Duration> wait = limit.tooMany(name, request.getRemoteAddr());
        if (wait.isPresent()) {
            return tooMany(wait.get(), answers);
        }
        request.setAttribute(AuditTrail.LOGIN, name);
        Optional<User> user = users.login(name, fields.get("password"));
        user.ifPresent(known -> limit.succeeded(name, request.getRemoteAddr()));
        return user.map(known -> entered(known, request))
                .orElseGet(() -> answers.refused(
                        HttpStatus.UNAUTHORIZED,
                        "WRONG_LOGIN",
                        "The name or the password is wrong.",
                        "Имя или пароль неверны."));
    }

    private static ResponseEntity<Object> tooMany(Duration wait, Answers answers) {
        long seconds = wait.toSeconds() + 1;
        ResponseEntity<Object> refusal = answers.refused(
                HttpStatus.TOO_MANY_REQUESTS,
                "TOO_MANY_LOGINS",
                "Too many tries: wait " + seconds + " seconds.",
                "Слишком много попыток: подождите " + seconds + " с.");
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(refusal.getBody());
    }

    private ResponseEntity<Object> entered(User user, HttpServletRequest request) {
        return with(sessions.cookies(sessions.issue(user), request), shown(Caller.of(user)));
    }

    private static ResponseEntity<Object> with(Stream<ResponseCookie> cookies, Object body) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookies.map(ResponseCookie::toString).toArray(String[]::new))
                .body(body);
    }

    private Map<String, Object> shown(Caller caller) {
        return Map.of(
                "name",
                caller.getName(),
                "role",
                caller.role().name(),
                "person",
                caller.user().isPresent(),
                "password",
                ways.passwords() && caller.user().filter(Users::hasPassword).isPresent(),
                "must-change",
                caller.mustChange());
    }

    @GetMapping("/api/session")
    @Operation(summary = "Who is logged in, and with which role")
    Map<String, Object> session() {
        return shown(Caller.current().orElseThrow());
    }

    /** For pages, to which 401 would be an error in the browser's console. */
    @GetMapping("/api/session/state")
    @Operation(summary = "Whether the caller is logged in, and as whom: an answer also to those who are not")
    Map<String, Object> state() {
        return Caller.current()
                .<Map<String, Object>>map(caller -> Map.of("open", true, "name", caller.getName()))
                .orElseGet(() -> Map.of("open", false));
    }

    /** Everywhere: a session is no record that could be struck out alone. */
    @PostMapping("/api/logout")
    @Operation(summary = "Log out: ends all sessions of the user")
    ResponseEntity<Object> logout(@Parameter(hidden = true) HttpServletRequest request) {
        users.endSessions(person());
        return with(Sessions.noCookies(request), Map.of());
    }

    private static User person() {
        return Caller.current().flatMap(Caller::user).orElseThrow();
    }

    @PostMapping(path = "/api/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change one's own password: {\"old\": …, \"new\": …}; other sessions end")
    ResponseEntity<Object> password(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        Answers answers = new Answers(request);
        if (!ways.passwords() || !Users.hasPassword(person())) {
            return LoginWays.noPasswords(answers);
        }
        return answers.withJson(body -> Fields.of(body, "old", "new")
                .map(fields -> change(fields, request, answers))
                .orElseGet(() -> Fields.refusal(answers, "{\"old\": \"…\", \"new\": \"…\"}")));
    }

    private ResponseEntity<Object> change(Map<String, String> fields, HttpServletRequest request, Answers answers) {
        String name = person().getName();
        Optional<Duration> wait = limit.tooMany(name, request.getRemoteAddr());
        if (wait.isPresent()) {
            return tooMany(wait.get(), answers);
        }
        if (!Users.isPassword(fields.get("new")) || fields.get("new").equals(fields.get("old"))) {
            return answers.refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "WEAK_PASSWORD",
                    "The new password must be another one, of at least " + Users.SHORTEST
                            + " characters and at most 72 bytes.",
                    "Новый пароль должен отличаться от прежнего и иметь от " + Users.SHORTEST + " знаков до 72 байт.");
        }
        Optional<User> user = users.login(name, fields.get("old"));
        user.ifPresent(known -> limit.succeeded(name, request.getRemoteAddr()));
        return user.map(known -> entered(users.changePassword(known, fields.get("new")), request))
                .orElseGet(() -> answers.refused(
                        HttpStatus.FORBIDDEN,
                        "WRONG_PASSWORD",
                        "The old password is wrong.",
                        "Прежний пароль неверен."));
    }
}
