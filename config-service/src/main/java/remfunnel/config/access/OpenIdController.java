package remfunnel.config.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import remfunnel.User;
import remfunnel.config.openid.OpenIdAttempt;
import remfunnel.config.openid.OpenIdProvider;
import remfunnel.config.openid.OpenIdReply;
import remfunnel.config.openid.OpenIdSettings;
import remfunnel.config.openid.OpenIdTrouble;
import remfunnel.schemas.RegistryUnavailableException;

/** Logging in with OpenID Connect. All ways end at the pages or at the login page of this service: no request says where. */
@RestController
@Tag(name = "access")
class OpenIdController {
    private static final Logger LOGGER = LoggerFactory.getLogger(OpenIdController.class);

    private final LoginWays ways;
    private final OpenIdAttempts attempts;
    private final Users users;
    private final Sessions sessions;
    private final LoginLimit limit;

    OpenIdController(LoginWays ways, OpenIdAttempts attempts, Users users, Sessions sessions, LoginLimit limit) {
        this.ways = ways;
        this.attempts = attempts;
        this.users = users;
        this.sessions = sessions;
        this.limit = limit;
    }

    @GetMapping("/api/login")
    @Operation(summary = "How one may log in: with a password, with OpenID Connect")
    Map<String, Object> ways() {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("passwords", ways.passwords()));
        ways.provider().ifPresent(provider -> all.put("openid", Map.of("name", provider.name())));
        return all;
    }

    @GetMapping("/api/login/openid")
    @Operation(summary = "The way to the provider of OpenID Connect, for browsers")
    ResponseEntity<Object> leave(@Parameter(hidden = true) HttpServletRequest request) {
        OpenIdAttempt attempt = attempts.begin();
        OpenIdReply reply = ways.provider()
                .map(provider -> provider.leave(attempt, callback(provider, request)))
                .orElseGet(OpenIdController::off);
        return reply instanceof OpenIdReply.Leave leave
                ? leading(leave.address(), Stream.of(attempts.cookie(attempt, request)))
                : refused(reply, request);
    }

    private static OpenIdReply off() {
        return new OpenIdReply.Nobody(OpenIdTrouble.OFF, "remfunnel.config.openid.issuer is not set");
    }

    private static URI callback(OpenIdProvider provider, HttpServletRequest request) {
        return provider.callback(
                ServletUriComponentsBuilder.fromContextPath(request).toUriString());
    }

    @GetMapping(OpenIdSettings.CALLBACK)
    @Operation(summary = "The way back from the provider")
    ResponseEntity<Object> enter(@Parameter(hidden = true) HttpServletRequest request) {
        OpenIdReply reply = ways.provider()
                .map(provider -> attempts.of(request)
                        .map(attempt -> enter(provider, attempt, request))
                        .orElseGet(OpenIdController::stale))
                .orElseGet(OpenIdController::off);
        return reply instanceof OpenIdReply.Known known ? judged(known, request) : refused(reply, request);
    }

    private static OpenIdReply stale() {
        return new OpenIdReply.Nobody(OpenIdTrouble.STALE, "this browser has not begun such a login, or long ago");
    }

    private OpenIdReply enter(OpenIdProvider provider, OpenIdAttempt attempt, HttpServletRequest request) {
        return limit.tooManyFrom(request.getRemoteAddr())
                .<OpenIdReply>map(wait -> new OpenIdReply.Nobody(OpenIdTrouble.TOO_MANY, "too many tries"))
                .orElseGet(() -> provider.enter(attempt, callback(provider, request), parameters(request)));
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }

    /** The provider's word is about who that is; what he may do here is told by what stands here. */
    private ResponseEntity<Object> judged(OpenIdReply.Known known, HttpServletRequest request) {
        String name = known.name().toLowerCase(Locale.ROOT);
        if (!Users.isName(name)) {
            return refused(new OpenIdReply.Nobody(OpenIdTrouble.BAD_NAME, "the name is none that users have"), request);
        }
        request.setAttribute(AuditTrail.LOGIN, name);
        if (known.role().isEmpty()) {
            users.endSessions(known.identity());
            return refused(new OpenIdReply.Nobody(OpenIdTrouble.NO_ROLE, "no role for " + name), request);
        }
        return users.enter(name, known.identity(), known.role().get())
                .map(user -> entered(user, request))
                .orElseGet(() -> refused(
                        new OpenIdReply.Nobody(OpenIdTrouble.TAKEN, name + " is another user's name here"), request));
    }

    /** A browser is here, which would show a program's answer as it is. */
    @ExceptionHandler({KafkaException.class, RegistryUnavailableException.class})
    ResponseEntity<Object> away(RuntimeException failure, HttpServletRequest request) {
        LOGGER.atError().setCause(failure).log("A dependency is away");
        return refused(new OpenIdReply.Nobody(OpenIdTrouble.NOT_KEPT, "the user could not be written"), request);
    }

    private ResponseEntity<Object> entered(User user, HttpServletRequest request) {
        limit.succeeded(user.getName(), request.getRemoteAddr());
        Stream<ResponseCookie> cookies = sessions.cookies(sessions.issue(user), request);
        return leading(
                URI.create(request.getContextPath() + "/"),
                Stream.concat(cookies, Stream.of(OpenIdAttempts.noCookie(request))));
    }

    /** A login that another page tried to end here leaves the one that is under way alone. */
    private static ResponseEntity<Object> refused(OpenIdReply reply, HttpServletRequest request) {
        var nobody = (OpenIdReply.Nobody) reply;
        request.setAttribute(AuditTrail.STATUS, HttpStatus.FORBIDDEN);
        LOGGER.atWarn().log("A login with OpenID Connect failed: {} ({})", nobody.why(), nobody.trouble());
        return leading(
                URI.create(request.getContextPath() + "/login.html?problem=" + nobody.trouble()),
                nobody.trouble() == OpenIdTrouble.STALE ? Stream.of() : Stream.of(OpenIdAttempts.noCookie(request)));
    }

    private static ResponseEntity<Object> leading(URI where, Stream<ResponseCookie> cookies) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(where)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookies.map(ResponseCookie::toString).toArray(String[]::new))
                .build();
    }
}
