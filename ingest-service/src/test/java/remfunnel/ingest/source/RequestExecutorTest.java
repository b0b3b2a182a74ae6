package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.DictionaryKind;

class RequestExecutorTest {
    private final FakeSource source = new FakeSource();

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void answersAnInterruptionAndLeavesItToBeSeen() {
        Thread.currentThread().interrupt();

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply).isEqualTo(new Reply.Unreachable<>("interrupted before the source answered"));
        assertThat(source.server.getRequestCount()).isZero();
    }

    @Test
    void tellsOfEveryRequestAndEveryWait() {
        var heard = new ArrayList<String>();
        source.token(FakeSource.TOKEN).html(502).json(200, FakeSource.sample("v1-statuses.json"));

        try (var clients = new CrmClients(source.now::get, pause -> {})) {
            var settings = new ClientSettings(
                    ApiVersion.V1, URI.create(source.server.url("/").toString()), FakeSource.KEY);
            clients.open(settings, recorder(heard)).dictionary(DictionaryKind.STATUS, Priority.HISTORY);
        }

        assertThat(heard)
                .isEqualTo(List.of(
                        "LIVE waits",
                        "token 200",
                        "HISTORY waits",
                        "dictionary STATUS 502",
                        "HISTORY waits",
                        "dictionary STATUS 200"));
    }

    private static CrmObserver recorder(List<String> heard) {
        return new CrmObserver() {
            @Override
            public void waited(Priority priority, Duration wait) {
                heard.add(priority + " waits");
            }

            @Override
            public void answered(String call, String outcome, Duration took) {
                heard.add(call + " " + outcome);
            }
        };
    }
}
