package remfunnel.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import remfunnel.FunnelConfig;

/** Where a connector's key is sent. */
record SourceAddress(String text) {
    /** Scheme, host and port; empty text for the installation's own default. */
    static SourceAddress of(FunnelConfig config) {
        String url = Optional.ofNullable(config.getSource().getBaseUrl())
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        try {
            URI uri = new URI(url);
            return new SourceAddress(
                    uri.getRawAuthority() == null ? url : uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (URISyntaxException unusual) {
            return new SourceAddress(url);
        }
    }
}
