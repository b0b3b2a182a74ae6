package remfunnel.systemtests.upgrades;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import remfunnel.config.cli.ServiceToken;

/** What a running version, whichever it is, exports over REST. */
final class Exports {
    static final List<String> ALL = List.of("facts", "transitions", "totals");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;

    Exports(int port) {
        service = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** One line a key, in order of the text; none while the service is away. */
    List<String> lines(String what) {
        var request = HttpRequest.newBuilder(service.resolve("api/export/" + what));
        ServiceToken.authorization(service).ifPresent(token -> request.header("Authorization", token));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofLines());
            return answer.statusCode() == 200 ? answer.body().sorted().toList() : List.of();
        } catch (IOException away) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** As {@link Revision#facts} has them. */
    Map<Long, String> facts() {
        return Told.rows(lines("facts")).stream()
                .collect(Collectors.toMap(fact -> fact.path("order_id").asLong(), Revision::brief));
    }
}
