package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import remfunnel.ApiVersion;

class SecrecyTest {
    private final FakeSource source = new FakeSource();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(level);
        source.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404, 414, 429, 500})
    void neverRepeatsASecretThatTheSourceRepeats(int status) {
        source.token(FakeSource.TOKEN);
        for (var i = 0; i < CallLimits.defaults().attempts(); i++) {
            source.json(
                    status,
                    "{\"code\":1,\"success\":false,\"message\":\"token %s of key %s\"}"
                            .formatted(FakeSource.TOKEN, FakeSource.KEY.value()));
        }

        var reply = source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isInstanceOf(Reply.Failure.class);
        assertHidden(reply.toString());
        assertLogHidesSecrets();
    }

    @Test
    void neverQuotesTheUrlOfABrokenConnection() {
        source.token(FakeSource.TOKEN);
        for (var i = 0; i < CallLimits.defaults().attempts(); i++) {
            source.answer(
                    new MockResponse.Builder().body("{\"data\":[]").onResponseBody(new SocketEffect.CloseSocket()));
        }

        var reply = source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isInstanceOf(Reply.Unreachable.class);
        assertThat(log.list).isNotEmpty();
        assertHidden(reply.toString());
        assertLogHidesSecrets();
    }

    @Test
    void showsNoSecretInAnyText() {
        var settings = new ClientSettings(ApiVersion.V1, URI.create("https://api.example.com"), FakeSource.KEY);

        assertHidden(settings.toString());
        assertHidden(new BearerAccess(FakeSource.KEY, source.now::get).toString());
        assertHidden(V1Api.token(FakeSource.KEY).toString());
        assertHidden(new Redaction(List.of(FakeSource.KEY)).toString());
    }

    private void assertLogHidesSecrets() {
        for (var event : log.list) {
            assertHidden(event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy());
        }
    }

    private static void assertHidden(String text) {
        assertThat(text).doesNotContain(FakeSource.TOKEN, FakeSource.KEY.value());
    }
}
