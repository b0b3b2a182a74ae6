package remfunnel.config.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import remfunnel.config.Answers;
import remfunnel.config.openid.OpenIdProvider;
import remfunnel.config.openid.OpenIdSettings;

/**
 * How people may log in.
 *
 * @param passwords with a password of this service
 * @param provider with a provider of OpenID Connect
 */
record LoginWays(boolean passwords, Optional<OpenIdProvider> provider) {
    static LoginWays of(boolean passwords, OpenIdSettings settings, Clock clock) {
        if (!passwords && !settings.isWanted()) {
            throw new IllegalArgumentException("remfunnel.config.passwords is false and remfunnel.config.openid.issuer"
                    + " is not set; without either nobody could log in");
        }
        return new LoginWays(
                passwords,
                Optional.of(settings).filter(OpenIdSettings::isWanted).map(set -> new OpenIdProvider(set, clock)));
    }

    static ResponseEntity<Object> noPasswords(Answers answers) {
        return answers.refused(
                HttpStatus.FORBIDDEN,
                "NO_PASSWORDS",
                "There is no password to log in with here: the login is at the provider (OpenID Connect).",
                "Пароля для входа здесь нет: вход — через провайдера (OpenID Connect).");
    }
}
