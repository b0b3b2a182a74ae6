package remfunnel.config.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** What the provider told of itself, and what its tokens are checked by. */
final class Provider {
    private static final int LARGEST_KEYS = 512 * 1024;

    private final OIDCProviderMetadata metadata;
    private final IDTokenValidator validator;

    Provider(OIDCProviderMetadata metadata, String clientId, int timeoutMs) throws ProviderFailure {
        this.metadata = metadata;
        this.validator = new IDTokenValidator(
                metadata.getIssuer(),
                new ClientID(clientId),
                new JWSVerificationKeySelector<>(signatures(), keys(metadata.getJWKSetURI(), timeoutMs)),
                null);
    }

    /** With the provider's own keys alone: neither "none" nor a secret that this service has too. */
    private static Set<JWSAlgorithm> signatures() {
        Set<JWSAlgorithm> all = new HashSet<>(JWSAlgorithm.Family.RSA);
        all.addAll(JWSAlgorithm.Family.EC);
        return all;
    }

    /** Kept some minutes; a key that is not among them has them read again, though not without end. */
    private static JWKSource<SecurityContext> keys(URI address, int timeoutMs) throws ProviderFailure {
        try {
            return JWKSourceBuilder.create(
                            address.toURL(), new DefaultResourceRetriever(timeoutMs, timeoutMs, LARGEST_KEYS))
                    .refreshAheadCache(false)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException noAddress) {
            throw new ProviderFailure(OpenIdTrouble.AWAY, "the provider tells no address of its keys");
        }
    }

    OIDCProviderMetadata metadata() {
        return metadata;
    }

    /** Signature, issuer, audience, times and nonce. */
    IDTokenClaimsSet check(JWT token, String nonce) throws ProviderFailure {
        try {
            return validator.validate(token, new Nonce(nonce));
        } catch (KeySourceException noKeys) {
            throw new ProviderFailure(OpenIdTrouble.AWAY, "the provider's keys cannot be read");
        } catch (BadJOSEException | JOSEException bad) {
            throw new ProviderFailure(OpenIdTrouble.INVALID, "the ID token does not hold: " + withoutNonce(bad));
        }
    }

    /** What the library says of a nonce holds the nonce. */
    private static String withoutNonce(Exception bad) {
        String said = String.valueOf(bad.getMessage());
        return said.contains("nonce") ? "its nonce is another one" : said.replaceAll("\\p{Cntrl}", " ");
    }
}
