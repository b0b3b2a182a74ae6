package remfunnel.transform.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.stereotype.Component;

/** Passes a question on to the instance that can answer it. */
@Component
class Relay {
    /** Marks a question that was passed on: it is not passed on again, or two who disagree would never stop. */
    static final String PASSED_ON = "X-Remfunnel-Passed-On";

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    Reply ask(HostInfo owner, Question question) {
        var target = URI.create("http://" + address(owner) + question.path());
        var request = HttpRequest.newBuilder(target)
                .header(PASSED_ON, "1")
                .timeout(PATIENCE)
                .method(
                        question.method(),
                        BodyPublishers.ofByteArray(question.body().get()))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            return relayed(answer);
        } catch (IOException away) {
            return Reply.ownerAway(address(owner));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Reply.notNow();
        }
    }

    private static String address(HostInfo owner) {
        var host = owner.host().contains(":") ? '[' + owner.host() + ']' : owner.host();
        return host + ':' + owner.port();
    }

    private static Reply relayed(HttpResponse<byte[]> answer) {
        return new Reply.Relayed(
                answer.statusCode(), answer.headers().firstValue("Retry-After"), Bytes.wrap(answer.body()));
    }
}
