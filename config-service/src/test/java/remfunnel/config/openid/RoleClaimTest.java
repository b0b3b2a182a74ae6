package remfunnel.config.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import remfunnel.Role;

class RoleClaimTest {
    private static final RoleClaim GROUPS =
            new RoleClaim("groups", Set.of("all"), Set.of("sellers"), Set.of("it"), null);

    @Test
    void theHighestRoleCounts() {
        assertThat(GROUPS.of(List.of("all", "it", "sellers"))).contains(Role.ADMIN);
        assertThat(GROUPS.of(List.of("all", "sellers"))).contains(Role.OPERATOR);
    }

    @Test
    void whoHasNoneOfTheValuesHasNoRole() {
        assertThat(GROUPS.of(List.of("IT", "it ", ""))).isEmpty();
        assertThat(GROUPS.of(List.of())).isEmpty();
    }

    @Test
    void othersHaveTheRoleThatIsSetForThem() {
        var open = new RoleClaim("groups", Set.of(), Set.of(), Set.of("it"), Role.VIEWER);

        assertThat(open.of(List.of("guests"))).contains(Role.VIEWER);
        assertThat(open.of(List.of("it"))).contains(Role.ADMIN);
    }

    @Test
    void aClaimIsFoundByItsNameOrItsPath() {
        var claims = new Claims(Map.of(
                "https://shop.example/roles", List.of("a"),
                "realm_access", Map.of("roles", List.of("b", "c")),
                "groups", "one"));

        assertThat(claims.texts("https://shop.example/roles")).containsExactly("a");
        assertThat(claims.texts("realm_access.roles")).containsExactly("b", "c");
        assertThat(claims.texts("groups")).containsExactly("one");
        assertThat(claims.texts("groups.one")).isEmpty();
        assertThat(claims.has("realm_access.groups")).isFalse();
    }

    @Test
    void whatIsNoTextNamesNobody() {
        assertThat(new Claims(Map.of("name", List.of("vera"))).text("name")).isEmpty();
    }
}
