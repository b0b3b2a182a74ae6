package remfunnel.config.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import remfunnel.funnel.Text;
import tools.jackson.databind.json.JsonMapper;

/** What those are told who may not, before anything of the service has seen them. */
final class Refusals {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Text NO_LOGIN = Text.of(
            "Log in first (/login.html), or send a token: Authorization: Bearer …",
            "Сначала войдите (/login.html) или передайте токен: Authorization: Bearer …");
    private static final Text BAD_TOKEN = Text.of(
            "The token is not known here: it was revoked, mistyped, or made for another installation.",
            "Токен неизвестен: отозван, введён с ошибкой или выдан другой установкой.");
    private static final Text NO_CSRF = Text.of(
            "The request lacks the header X-XSRF-TOKEN with the value of the cookie XSRF-TOKEN of this session.",
            "Нет заголовка X-XSRF-TOKEN со значением cookie XSRF-TOKEN этого сеанса.");
    private static final Text CHANGE_PASSWORD =
            Text.of("Change the first password before anything else.", "Сначала смените первый пароль.");
    private static final Text FORBIDDEN = Text.of("Your role may not do this.", "Вашей роли это не разрешено.");

    private Refusals() {}

    /** Programs are told, people are led to the page. */
    static void noLogin(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (isPage(request)) {
            toLogin(request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            refuse(response, HttpStatus.UNAUTHORIZED, "NO_LOGIN", NO_LOGIN);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return request.getMethod().equals("GET") && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static void toLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/login.html");
    }

    static void badToken(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        refuse(response, HttpStatus.UNAUTHORIZED, "BAD_TOKEN", BAD_TOKEN);
    }

    static void noCsrf(HttpServletResponse response) throws IOException {
        refuse(response, HttpStatus.FORBIDDEN, "NO_CSRF_TOKEN", NO_CSRF);
    }

    static void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (Caller.current().filter(Caller::mustChange).isEmpty()) {
            refuse(response, HttpStatus.FORBIDDEN, "FORBIDDEN", FORBIDDEN);
        } else if (isPage(request)) {
            toLogin(request, response);
        } else {
            refuse(response, HttpStatus.FORBIDDEN, "CHANGE_PASSWORD", CHANGE_PASSWORD);
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String code, Text why)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", why.en());
        problem.put("code", code);
        problem.put("en", why.en());
        problem.put("ru", why.ru());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
