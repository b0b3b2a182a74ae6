package remfunnel.config.openid;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Where an address leads. */
final class Redirects {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Redirects() {}

    static URI of(URI address) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
