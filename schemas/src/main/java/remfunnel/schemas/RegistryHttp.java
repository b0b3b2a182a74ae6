package remfunnel.schemas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import remfunnel.schemas.SharedSettings.RegistrySettings;

/** Asks the registry what the serializers do not, with their login and with the certificates that they trust. */
final class RegistryHttp {

    private final URI api;
    private final HttpClient http;
    private final Optional<String> login;

    RegistryHttp(RegistrySettings registry) {
        this.api = registry.serde().compatibleApi(registry.url());
        this.login = registry.login()
                .map(login -> Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        trust(registry).ifPresent(trusted -> builder.sslContext(trusted.sslContext()));
        this.http = builder.build();
    }

    URI api() {
        return api;
    }

    /** A request to a path of Confluent's API, with the login. */
    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(api + path)).timeout(Duration.ofSeconds(20));
        login.ifPresent(basic -> request.header("Authorization", "Basic " + basic));
        return request;
    }

    /** @throws RegistryUnavailableException when there is no answer; it says why, never with what login */
    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new RegistryUnavailableException(
                    "the schema registry at " + api + " cannot be reached (" + away + ")", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while asking the schema registry", interrupted);
        }
    }

    /** Empty: those that the JVM trusts. */
    private static Optional<DefaultSslEngineFactory> trust(RegistrySettings registry) {
        Map<String, Object> trusted = new HashMap<>();
        registry.serde()
                .trustProperties()
                .forEach((theirs, ours) -> Optional.ofNullable(registry.client().get(theirs))
                        .ifPresent(value -> trusted.put(ours, value)));
        if (trusted.isEmpty()) {
            return Optional.empty();
        }
        var factory = new DefaultSslEngineFactory();
        factory.configure(new ConfigDef().withClientSslSupport().parse(trusted));
        return Optional.of(factory);
    }
}
