package remfunnel.config.access;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import remfunnel.ApiToken;
import remfunnel.Role;
import remfunnel.User;

/**
 * Who asks.
 *
 * @param user empty for a program with a token
 */
record Caller(String getName, Role role, Optional<User> user) implements Principal {
    /** May look after his own password and session. */
    static final String PERSON = "PERSON";

    static Caller of(User user) {
        return new Caller(user.getName(), user.getRole(), Optional.of(user));
    }

    static Caller of(ApiToken token) {
        return new Caller(token.getTitle(), token.getRole(), Optional.empty());
    }

    boolean mustChange() {
        return user.filter(User::getMustChange).isPresent();
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(
                this,
                "",
                authorities().stream().map(SimpleGrantedAuthority::new).toList());
    }

    /** A role and those below it; none as long as the password is one that others know. */
    private List<String> authorities() {
        Stream<String> person = user.stream().map(any -> PERSON);
        Stream<String> roles = Arrays.stream(Role.values())
                .filter(each -> !mustChange() && each.compareTo(role) <= 0)
                .map(Role::name);
        return Stream.concat(person, roles).toList();
    }

    static Optional<Caller> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Caller.class::isInstance)
                .map(Caller.class::cast);
    }
}
