package remfunnel.config.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The two steps of a login by the authorization code flow: there, and back with a code. */
public final class OpenIdProvider {
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,60}");

    private final OpenIdSettings settings;
    private final Discovery discovery;
    private final TokenExchange exchange;

    public OpenIdProvider(OpenIdSettings settings, Clock clock) {
        this.settings = settings;
        this.discovery = new Discovery(settings, clock);
        this.exchange = new TokenExchange(settings);
    }

    /** As people call it. */
    public String name() {
        return settings.name();
    }

    /** Where the provider sends people back to, if the settings do not say so: below this address. */
    public URI callback(String service) {
        return settings.redirect().orElseGet(() -> URI.create(service + OpenIdSettings.CALLBACK));
    }

    /** The way there. */
    public OpenIdReply leave(OpenIdAttempt attempt, URI callback) {
        try {
            var request = new AuthenticationRequest.Builder(
                            ResponseType.CODE,
                            new Scope(settings.allScopes().toArray(String[]::new)),
                            new ClientID(settings.client().id()),
                            callback)
                    .endpointURI(discovery.find().metadata().getAuthorizationEndpointURI())
                    .state(new State(attempt.state()))
                    .nonce(new Nonce(attempt.nonce()))
                    .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                    .build();
            return new OpenIdReply.Leave(request.toURI());
        } catch (ProviderFailure failure) {
            return failure.reply();
        }
    }

    /** Whom the parameters of the way back stand for, once it is known that they belong to the attempt. */
    public OpenIdReply enter(OpenIdAttempt attempt, URI callback, Map<String, List<String>> parameters) {
        try {
            Provider provider = discovery.find();
            var code = code(AuthenticationResponseParser.parse(callback, parameters), provider.metadata());
            return exchange.redeem(code, attempt, callback, provider);
        } catch (ParseException garbage) {
            return new OpenIdReply.Nobody(OpenIdTrouble.INVALID, "the way back has neither a code nor an error");
        } catch (ProviderFailure failure) {
            return failure.reply();
        }
    }

    private static AuthorizationCode code(AuthenticationResponse response, OIDCProviderMetadata metadata)
            throws ProviderFailure {
        boolean foreign = response.getIssuer() != null && !response.getIssuer().equals(metadata.getIssuer());
        boolean nameless = response.getIssuer() == null && metadata.supportsAuthorizationResponseIssuerParam();
        if (foreign || nameless) {
            throw new ProviderFailure(OpenIdTrouble.INVALID, "another provider answered");
        }
        if (!response.indicatesSuccess()) {
            String error = response.toErrorResponse().getErrorObject().getCode();
            throw new ProviderFailure(
                    "access_denied".equals(error) ? OpenIdTrouble.DECLINED : OpenIdTrouble.REFUSED,
                    "the provider says " + word(error));
        }
        return response.toSuccessResponse().getAuthorizationCode();
    }

    /** Any text may stand there, sent by anybody. */
    static String word(String error) {
        return error != null && ERROR.matcher(error).matches() ? error : "what is no error of OAuth";
    }
}
