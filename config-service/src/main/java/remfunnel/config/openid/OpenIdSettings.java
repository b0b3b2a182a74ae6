package remfunnel.config.openid;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which provider says who somebody is, and how its words are taken; without an issuer there is none.
 *
 * @param issuer as the provider calls itself; null: nobody logs in so
 * @param client what this service is at the provider
 * @param name of the provider, as the button of the login page says it
 * @param scopes asked for besides openid
 * @param userClaim what names a user
 * @param roles what gives him a role
 * @param redirectUri where the provider sends people back to; null: made of each request's own address
 * @param timeout how long the provider is waited for
 */
@ConfigurationProperties("remfunnel.config.openid")
public record OpenIdSettings(
        String issuer,
        @DefaultValue OpenIdClient client,
        @DefaultValue("OpenID Connect") String name,
        @DefaultValue("profile email") String scopes,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue RoleClaim roles,
        String redirectUri,
        @DefaultValue("5s") Duration timeout) {
    /** Where people come back to, below the service's address. */
    public static final String CALLBACK = "/api/login/openid/callback";

    private static final String PREFIX = "remfunnel.config.openid.";
    private static final Pattern SPACE = Pattern.compile("[\\s,]+");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    public OpenIdSettings {
        if (isSet(issuer)) {
            checkIssuer(issuer);
            client.check();
            roles.check();
            if (isSet(redirectUri)) {
                checkRedirect(redirectUri);
            }
            if (!timeout.isPositive() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
                throw wrong("timeout", timeout, "it is up to a minute, as 5s");
            }
        }
    }

    /** Whether there is a provider. */
    public boolean isWanted() {
        return isSet(issuer);
    }

    Optional<URI> redirect() {
        return Optional.ofNullable(redirectUri).filter(OpenIdSettings::isSet).map(URI::create);
    }

    Set<String> allScopes() {
        return Stream.concat(Stream.of("openid"), SPACE.splitAsStream(scopes))
                .filter(scope -> !scope.isBlank())
                .collect(Collectors.toSet());
    }

    static boolean isSet(String value) {
        return value != null && !value.isBlank();
    }

    static IllegalArgumentException wrong(String setting, Object value, String right) {
        return new IllegalArgumentException(PREFIX + setting + " is " + value + "; " + right);
    }

    /** What comes over plain HTTP anybody on the way may have said. */
    private static void checkIssuer(String issuer) {
        URI address = address("issuer", issuer);
        boolean safe = "https".equals(address.getScheme()) || isOnThisMachine(address);
        if (!safe
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getFragment() != null) {
            throw wrong(
                    "issuer",
                    issuer,
                    "it is the provider's https address, without a login, a query or a fragment"
                            + " (http on this machine alone)");
        }
    }

    private static void checkRedirect(String redirectUri) {
        URI address = address("redirect-uri", redirectUri);
        boolean safe = "https".equals(address.getScheme()) || isOnThisMachine(address);
        if (!safe || !address.getPath().endsWith(CALLBACK) || address.getRawQuery() != null) {
            throw wrong(
                    "redirect-uri",
                    redirectUri,
                    "it is the https address of this service as browsers know it," + " with " + CALLBACK
                            + " at its end (http on this machine alone)");
        }
    }

    private static boolean isOnThisMachine(URI address) {
        return "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
    }

    private static URI address(String setting, String value) {
        try {
            URI address = URI.create(value);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw wrong(setting, value, "it is no address: " + malformed.getMessage());
        }
        throw wrong(setting, value, "it is an address with a host");
    }
}
