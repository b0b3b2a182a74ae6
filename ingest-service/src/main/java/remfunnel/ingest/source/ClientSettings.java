package remfunnel.ingest.source;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import remfunnel.ApiVersion;

/**
 * How to reach one account.
 *
 * @param baseUrl scheme and host, and a port where it is not the usual one; the client adds the paths, {@code /v2} too
 */
public record ClientSettings(ApiVersion api, URI baseUrl, Secret apiKey, CallLimits limits) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public ClientSettings {
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(apiKey, "apiKey");
        Objects.requireNonNull(limits, "limits");
        if (!isSchemeAndHost(baseUrl)) {
            throw new IllegalArgumentException(
                    "base_url is not a scheme and a host, as in https://api.remonline.app; the client adds the path");
        }
    }

    public ClientSettings(ApiVersion api, URI baseUrl, Secret apiKey) {
        this(api, baseUrl, apiKey, CallLimits.defaults());
    }

    private static boolean isSchemeAndHost(URI url) {
        return url.getScheme() != null
                && SCHEMES.contains(url.getScheme())
                && url.getHost() != null
                && url.getUserInfo() == null
                && url.getQuery() == null
                && Set.of("", "/").contains(url.getPath());
    }
}
