package remfunnel.config.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OpenIdSettingsTest {
    private static final Map<String, String> RIGHT = Map.of(
            "issuer", "https://login.example.com/realms/shop",
            "client.id", "remfunnel",
            "client.secret", "hush-hush",
            "roles.admin", "it, owners");

    private static OpenIdSettings bound(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("remfunnel.config.openid." + name, value));
        return new Binder(source).bindOrCreate("remfunnel.config.openid", OpenIdSettings.class);
    }

    private static OpenIdSettings with(String name, String value) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put(name, value);
        return bound(settings);
    }

    @Test
    void withoutAnIssuerNothingIsWanted() {
        assertThat(bound(Map.of()).isWanted()).isFalse();
        assertThat(bound(Map.of("issuer", "", "client.id", "")).isWanted()).isFalse();
    }

    @Test
    void whatIsSetIsTaken() {
        var settings = with("scopes", "groups,email");

        assertThat(settings.isWanted()).isTrue();
        assertThat(settings.allScopes()).containsExactlyInAnyOrder("openid", "groups", "email");
        assertThat(settings.roles().admin()).containsExactlyInAnyOrder("it", "owners");
        assertThat(settings.userClaim()).isEqualTo("preferred_username");
        assertThat(settings.redirect()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://login.example.com",
        "issuer, https://anna:pw@login.example.com",
        "issuer, login.example.com",
        "client.id, ''",
        "roles.admin, ''",
        "redirect-uri, https://funnel.example.com/",
        "redirect-uri, http://funnel.example.com/api/login/openid/callback",
        "timeout, 0s",
        "timeout, 1h",
        "client.secret-file, nowhere/secret"
    })
    void whatCannotBeRightIsNamed(String name, String value) {
        assertThatThrownBy(() -> with(name, value))
                .hasStackTraceContaining("remfunnel.config.openid." + name.substring(0, 5))
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("hush-hush"));
    }

    @Test
    void aSecretInAFileIsReadEachTime(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "first\n");
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.remove("client.secret");
        settings.put("client.secret-file", file.toString());
        var client = bound(settings).client();
        assertThat(client.password()).contains("first");

        Files.writeString(file, "second\n");

        assertThat(client.password()).contains("second");
    }

    @Test
    void noTextShowsTheSecret() {
        assertThat(with("name", "Shop").toString())
                .contains("login.example.com")
                .doesNotContain("hush-hush");
    }
}
