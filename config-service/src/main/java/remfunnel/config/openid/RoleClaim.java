package remfunnel.config.openid;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import remfunnel.Role;

/**
 * What gives somebody a role: the highest of those that his values stand for.
 *
 * @param claim its name, or a path with dots between
 * @param viewer values that make a viewer, with commas between
 * @param operator values that make an operator
 * @param admin values that make an admin
 * @param otherwise the role of those with none of these values; null: they are refused
 */
public record RoleClaim(
        @DefaultValue("roles") String claim,
        Set<String> viewer,
        Set<String> operator,
        Set<String> admin,
        Role otherwise) {

    public RoleClaim {
        viewer = viewer == null ? Set.of() : Set.copyOf(viewer);
        operator = operator == null ? Set.of() : Set.copyOf(operator);
        admin = admin == null ? Set.of() : Set.copyOf(admin);
    }

    void check() {
        if (viewer.isEmpty() && operator.isEmpty() && admin.isEmpty() && otherwise == null) {
            throw OpenIdSettings.wrong(
                    "roles.viewer",
                    "not set, nor are roles.operator, roles.admin and roles.otherwise",
                    "without any of them nobody could log in");
        }
    }

    Optional<Role> of(Collection<String> values) {
        return given().entrySet().stream()
                .filter(entry -> !Collections.disjoint(entry.getValue(), values))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Optional.ofNullable(otherwise));
    }

    /** The highest first. */
    private Map<Role, Set<String>> given() {
        Map<Role, Set<String>> all = new LinkedHashMap<>();
        all.put(Role.ADMIN, admin);
        all.put(Role.OPERATOR, operator);
        all.put(Role.VIEWER, viewer);
        return all;
    }
}
