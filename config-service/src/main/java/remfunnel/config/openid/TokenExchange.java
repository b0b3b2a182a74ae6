package remfunnel.config.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the provider a code and takes who that is. The tokens are looked at and forgotten. */
final class TokenExchange {
    private final OpenIdSettings settings;

    TokenExchange(OpenIdSettings settings) {
        this.settings = settings;
    }

    OpenIdReply redeem(AuthorizationCode code, OpenIdAttempt attempt, URI callback, Provider provider)
            throws ProviderFailure {
        var grant = new AuthorizationCodeGrant(code, callback, new CodeVerifier(attempt.verifier()));
        OIDCTokens tokens = tokens(request(grant, provider.metadata()));
        if (tokens.getIDToken() == null) {
            throw new ProviderFailure(OpenIdTrouble.INVALID, "the provider gave no ID token");
        }
        IDTokenClaimsSet told = provider.check(tokens.getIDToken(), attempt.nonce());
        Claims claims = complete(told, tokens.getAccessToken(), provider.metadata());
        String name = claims.text(settings.userClaim())
                .orElseThrow(() -> new ProviderFailure(
                        OpenIdTrouble.BAD_NAME, "the provider tells no claim " + settings.userClaim()));
        var values = claims.texts(settings.roles().claim());
        return new OpenIdReply.Known(
                settings.issuer() + " " + told.getSubject().getValue(),
                name,
                settings.roles().of(values));
    }

    private TokenRequest request(AuthorizationCodeGrant grant, OIDCProviderMetadata metadata) {
        var client = new ClientID(settings.client().id());
        var address = metadata.getTokenEndpointURI();
        return settings.client()
                .password()
                .map(secret -> new TokenRequest.Builder(address, login(client, new Secret(secret), metadata), grant))
                .orElseGet(() -> new TokenRequest.Builder(address, client, grant))
                .build();
    }

    /** In a header, as OpenID Connect has it where nothing else is said. */
    private static ClientAuthentication login(ClientID client, Secret secret, OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean inBody = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return inBody ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    private OIDCTokens tokens(TokenRequest request) throws ProviderFailure {
        try {
            var response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
            if (response instanceof OIDCTokenResponse success) {
                return success.getOIDCTokens();
            }
            String error = response.toErrorResponse().getErrorObject().getCode();
            throw new ProviderFailure(
                    OpenIdTrouble.REFUSED, "the provider's token endpoint says " + OpenIdProvider.word(error));
        } catch (ParseException garbage) {
            throw new ProviderFailure(
                    OpenIdTrouble.INVALID, "the provider's token endpoint answers with what is no token");
        }
    }

    /** The token goes first; some providers tell groups only where they are asked for them. */
    private Claims complete(IDTokenClaimsSet told, AccessToken access, OIDCProviderMetadata metadata)
            throws ProviderFailure {
        Map<String, Object> values = new HashMap<>(told.toJSONObject());
        boolean enough = new Claims(values).has(settings.userClaim())
                && new Claims(values).has(settings.roles().claim());
        if (!enough && metadata.getUserInfoEndpointURI() != null) {
            userInfo(new UserInfoRequest(metadata.getUserInfoEndpointURI(), access), told)
                    .forEach(values::putIfAbsent);
        }
        return new Claims(values);
    }

    private Map<String, Object> userInfo(UserInfoRequest request, IDTokenClaimsSet told) throws ProviderFailure {
        try {
            var response = UserInfoResponse.parse(send(request.toHTTPRequest()));
            if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
                return Map.of();
            }
            var info = response.toSuccessResponse().getUserInfo();
            if (!info.getSubject().equals(told.getSubject())) {
                throw new ProviderFailure(OpenIdTrouble.INVALID, "the provider tells of somebody else");
            }
            return info.toJSONObject();
        } catch (ParseException garbage) {
            throw new ProviderFailure(OpenIdTrouble.INVALID, "the provider's answer about the user cannot be read");
        }
    }

    /** Nowhere but where it was told to go: what is sent holds secrets. */
    private HTTPResponse send(HTTPRequest request) throws ProviderFailure {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        request.setConnectTimeout(timeout);
        request.setReadTimeout(timeout);
        request.setFollowRedirects(false);
        try {
            return request.send();
        } catch (IOException away) {
            throw new ProviderFailure(
                    OpenIdTrouble.AWAY,
                    "the provider does not answer: " + away.getClass().getSimpleName());
        }
    }
}
