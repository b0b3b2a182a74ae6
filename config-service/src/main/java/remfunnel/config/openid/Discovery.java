package remfunnel.config.openid;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks the provider about itself when somebody wants to log in, not before: the service starts without it. */
final class Discovery {
    static final Duration KEPT = Duration.ofHours(1);

    /** All who wait are told at once, and a provider that struggles is left alone. */
    static final Duration AWAY_KEPT = Duration.ofSeconds(5);

    private final OpenIdSettings settings;
    private final Clock clock;
    private Optional<Provider> known = Optional.empty();
    private Instant knownUntil = Instant.MIN;
    private Instant awayUntil = Instant.MIN;

    Discovery(OpenIdSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What was known serves on where the provider does not tell of itself again. */
    synchronized Provider find() throws ProviderFailure {
        Instant now = clock.instant();
        if (now.isAfter(knownUntil) && now.isAfter(awayUntil)) {
            try {
                known = Optional.of(ask());
                knownUntil = now.plus(KEPT);
            } catch (ProviderFailure away) {
                awayUntil = clock.instant().plus(AWAY_KEPT);
                if (known.isEmpty()) {
                    throw away;
                }
            }
        }
        return known.orElseThrow(
                () -> new ProviderFailure(OpenIdTrouble.AWAY, "the provider did not answer a moment ago"));
    }

    private Provider ask() throws ProviderFailure {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        try {
            var metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), timeout, timeout);
            if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null) {
                throw new ProviderFailure(OpenIdTrouble.AWAY, "the provider tells no addresses to log in at");
            }
            return new Provider(metadata, settings.client().id(), timeout);
        } catch (GeneralException | IOException away) {
            throw new ProviderFailure(
                    OpenIdTrouble.AWAY, "no discovery document of " + settings.issuer() + ": " + away.getMessage());
        }
    }
}
