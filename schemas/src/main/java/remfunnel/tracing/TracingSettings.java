package remfunnel.tracing;

import java.net.URI;
import java.util.Optional;

/**
 * Whether and where spans are sent, under {@code remfunnel.tracing}.
 *
 * @param endpoint scheme, host and port of a collector that takes OTLP over HTTP; null: nothing is traced
 * @param ratio which part of all traces is kept, from 0 to 1; null: all
 */
public record TracingSettings(URI endpoint, Double ratio) {
    public static final TracingSettings OFF = new TracingSettings(null, null);

    public TracingSettings {
        endpoint = endpoint == null || endpoint.toString().isEmpty() ? null : checked(endpoint);
        ratio = ratio == null ? 1.0 : ratio;
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("remfunnel.tracing.ratio is " + ratio + "; it is from 0 to 1");
        }
    }

    private static URI checked(URI endpoint) {
        if (endpoint.getRawAuthority() != null && endpoint.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("remfunnel.tracing.endpoint holds a login, which logs would show:"
                    + " send to a collector beside the service, which logs in elsewhere");
        }
        if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("remfunnel.tracing.endpoint is " + endpoint
                    + "; it is scheme, host and port of a collector, as in http://localhost:4318");
        }
        return endpoint;
    }

    /** Where spans are posted to; empty where nothing is traced. */
    Optional<URI> traces() {
        return Optional.ofNullable(endpoint)
                .map(base -> URI.create(base.toString().replaceFirst("/+$", "") + "/v1/traces"));
    }
}
