package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final FakeSource source = new FakeSource();

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void doublesFromHalfASecondToEight() {
        var quickest = new Backoff(5, () -> 0);
        var slowest = new Backoff(5, () -> 1);

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(attempt -> quickest.delay(attempt, Duration.ZERO)))
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 4000L);
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(attempt -> slowest.delay(attempt, Duration.ZERO)))
                .extracting(Duration::toMillis)
                .containsExactly(1000L, 2000L, 4000L, 8000L, 8000L);
    }

    @Test
    void waitsAsLongAsTheSourceAsks() {
        source.answer(tooMany("2")).json(200, FakeSource.sample("v2-orders-page1.json"));

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isInstanceOf(Reply.Answer.class);
        assertThat(source.waits).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void leavesALongWaitToTheCaller() {
        source.answer(tooMany("3600"));

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply)
                .isEqualTo(new Reply.Unreachable<>("HTTP 429: too many requests", Optional.of(Duration.ofHours(1))));
        assertThat(source.waits).isEmpty();
    }

    @Test
    void givesUpAtOnceWhenTheClientIsClosed() {
        var client = source.v2();
        client.close();

        assertThat(client.orders(FakeSource.WINDOW, 1, Priority.LIVE))
                .isEqualTo(new Reply.Unreachable<>("the client is closed"));
        assertThat(source.waits).isEmpty();
    }

    private static MockResponse.Builder tooMany(String retryAfter) {
        return new MockResponse.Builder().code(429).setHeader("Retry-After", retryAfter);
    }
}
