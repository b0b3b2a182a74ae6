package remfunnel.config.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.ApiToken;
import remfunnel.Role;
import remfunnel.config.Answers;

/** The tokens of programs, for admins. */
@RestController
@RequestMapping("/api/tokens")
@Tag(name = "access")
class TokensController {
    private static final String FORM = "{\"title\": \"…\", \"role\": \"VIEWER\"}, with VIEWER, OPERATOR or ADMIN";

    private final ApiTokens tokens;

    TokensController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(summary = "All tokens, without themselves")
    List<Map<String, Object>> list() {
        return tokens.all()
                .sorted(Comparator.comparing(ApiToken::getCreatedAt))
                .map(token -> Map.<String, Object>of(
                        "id",
                        token.getId(),
                        "title",
                        token.getTitle(),
                        "role",
                        token.getRole().name(),
                        "created-at",
                        token.getCreatedAt().toString(),
                        "created-by",
                        token.getCreatedBy()))
                .toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make a token; it is in the answer alone")
    ResponseEntity<Object> create(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        Answers answers = new Answers(request);
        return answers.withJson(body -> Fields.of(body, "title", "role")
                .flatMap(fields ->
                        Fields.role(fields.get("role")).map(role -> create(fields.get("title"), role, answers)))
                .orElseGet(() -> Fields.refusal(answers, FORM)));
    }

    private ResponseEntity<Object> create(String title, Role role, Answers answers) {
        ApiTokens.Made made = tokens.create(title.strip(), role, answers.by());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("id", made.kept().getId(), "role", role.name(), "token", made.token()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke a token")
    ResponseEntity<Object> revoke(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        return tokens.revoke(id)
                ? ResponseEntity.noContent().build()
                : new Answers(request)
                        .refused(
                                HttpStatus.NOT_FOUND, "NO_SUCH_TOKEN", "There is no such token.", "Нет такого токена.");
    }
}
