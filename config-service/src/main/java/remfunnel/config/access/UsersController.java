package remfunnel.config.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.Role;
import remfunnel.User;
import remfunnel.config.Answers;

/** The users, for admins. */
@RestController
@RequestMapping("/api/users")
@Tag(name = "access")
class UsersController {
    private static final String FORM = "{\"role\": \"VIEWER\"}, with VIEWER, OPERATOR or ADMIN";

    private final Users users;
    private final Secrets secrets;
    private final LoginWays ways;

    UsersController(Users users, Secrets secrets, LoginWays ways) {
        this.users = users;
        this.secrets = secrets;
        this.ways = ways;
    }

    @GetMapping
    @Operation(summary = "All users")
    List<Map<String, Object>> list() {
        return users.all()
                .sorted(Comparator.comparing(User::getName))
                .map(user -> Map.<String, Object>of(
                        "name",
                        user.getName(),
                        "role",
                        user.getRole().name(),
                        "login",
                        Users.hasPassword(user) ? "PASSWORD" : "OPENID",
                        "must-change",
                        user.getMustChange(),
                        "updated-at",
                        user.getUpdatedAt().toString(),
                        "updated-by",
                        user.getUpdatedBy()))
                .toList();
    }

    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Create a user, whose first password is in the answer alone, or give one another role")
    ResponseEntity<Object> put(@PathVariable String name, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Answers answers = new Answers(request);
        return answers.withJson(body -> Fields.of(body, "role")
                .flatMap(fields -> Fields.role(fields.get("role")))
                .map(role -> put(name, role, answers))
                .orElseGet(() -> Fields.refusal(answers, FORM)));
    }

    private ResponseEntity<Object> put(String name, Role role, Answers answers) {
        Optional<User> there = users.find(name);
        if (there.filter(user -> !Users.hasPassword(user)).isPresent()) {
            return ofProvider(answers);
        }
        if (there.isPresent()) {
            return role != Role.ADMIN && users.isLastAdmin(there.get())
                    ? lastAdmin(answers)
                    : ResponseEntity.ok(shown(users.changeRole(there.get(), role, answers.by())));
        }
        if (!Users.isName(name)) {
            return answers.refused(
                    HttpStatus.BAD_REQUEST,
                    "BAD_NAME",
                    "A user's name is 1 to 64 of a-z, 0-9, '.', '_', '@' and '-', and begins with a letter or digit.",
                    "Имя — от 1 до 64 знаков a-z, 0-9, «.», «_», «@», «-», первый — буква или цифра.");
        }
        if (!ways.passwords()) {
            return LoginWays.noPasswords(answers);
        }
        String password = secrets.newPassword();
        return withPassword(HttpStatus.CREATED, users.create(name, role, password, answers.by()), password);
    }

    private static Map<String, Object> shown(User user) {
        return Map.of("name", user.getName(), "role", user.getRole().name());
    }

    private static ResponseEntity<Object> withPassword(HttpStatus status, User user, String password) {
        return ResponseEntity.status(status)
                .body(Map.of("name", user.getName(), "role", user.getRole().name(), "password", password));
    }

    @PostMapping("/{name}/password")
    @Operation(summary = "Give a user a new first password; it is in the answer alone")
    ResponseEntity<Object> reset(@PathVariable String name, @Parameter(hidden = true) HttpServletRequest request) {
        Answers answers = new Answers(request);
        if (!ways.passwords()) {
            return LoginWays.noPasswords(answers);
        }
        return with(name, answers, user -> Users.hasPassword(user) ? reset(user, answers) : ofProvider(answers));
    }

    private ResponseEntity<Object> reset(User user, Answers answers) {
        String password = secrets.newPassword();
        return withPassword(HttpStatus.OK, users.resetPassword(user, password, answers.by()), password);
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Remove a user; his sessions end")
    ResponseEntity<Object> remove(@PathVariable String name, @Parameter(hidden = true) HttpServletRequest request) {
        Answers answers = new Answers(request);
        return with(name, answers, user -> users.isLastAdmin(user) ? lastAdmin(answers) : removed(user));
    }

    private ResponseEntity<Object> removed(User user) {
        users.remove(user);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Object> with(String name, Answers answers, Function<User, ResponseEntity<Object>> use) {
        return users.find(name)
                .map(use)
                .orElseGet(() -> answers.refused(
                        HttpStatus.NOT_FOUND, "NO_SUCH_USER", "There is no such user.", "Нет такого пользователя."));
    }

    private static ResponseEntity<Object> ofProvider(Answers answers) {
        return answers.refused(
                HttpStatus.CONFLICT,
                "OF_PROVIDER",
                "This user logs in with OpenID Connect: the provider gives the role, and there is no password here.",
                "Этот пользователь входит через OpenID Connect: роль даёт провайдер, а пароля здесь нет.");
    }

    private static ResponseEntity<Object> lastAdmin(Answers answers) {
        return answers.refused(
                HttpStatus.CONFLICT,
                "LAST_ADMIN",
                "This is the only admin: make another one first.",
                "Это единственный администратор: сначала назначьте другого.");
    }
}
