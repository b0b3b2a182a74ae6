package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import remfunnel.config.Service;
import remfunnel.config.openid.TestProvider;

/** The service with a provider of OpenID Connect, and those who come by it. */
final class OpenIdHouse implements AutoCloseable {
    static final String BEGIN = "GET /api/login/openid";

    final TestProvider provider = new TestProvider();
    final Service service;

    OpenIdHouse(Path directory, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "remfunnel.config.openid.issuer", provider.issuer(),
                "remfunnel.config.openid.client.id", TestProvider.CLIENT,
                "remfunnel.config.openid.client.secret", TestProvider.SECRET,
                "remfunnel.config.openid.timeout", "30s",
                "remfunnel.config.openid.name", "Shop ID",
                "remfunnel.config.openid.roles.claim", "groups",
                "remfunnel.config.openid.roles.viewer", "everyone",
                "remfunnel.config.openid.roles.operator", "sellers,managers",
                "remfunnel.config.openid.roles.admin", "it"));
        settings.putAll(more);
        service = new Service(directory, settings);
    }

    static Map<String, Object> person(String name, String... groups) {
        return Map.of("sub", "id-of-" + name, "preferred_username", name, "groups", List.of(groups));
    }

    Guest guest() {
        return new Guest(service.url());
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** From the button to the way back, which is yet to be gone. */
    String wayBack(Guest guest) {
        URI back = provider.follow(URI.create(location(guest.sends(BEGIN, ""))));
        return "GET " + back.getRawPath() + "?" + back.getRawQuery();
    }

    /** Where a login ends. */
    String comes(Guest guest) {
        return location(guest.sends(wayBack(guest), ""));
    }

    /** Somebody who was let in. */
    Guest welcome(String name, String... groups) {
        provider.expects(person(name, groups));
        var guest = guest();
        assertThat(comes(guest)).isEqualTo("/");
        return guest;
    }

    @Override
    public void close() {
        service.close();
        provider.close();
    }
}
