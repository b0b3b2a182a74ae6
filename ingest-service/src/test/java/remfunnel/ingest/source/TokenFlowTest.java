package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFlowTest {
    private static final String EMPTY_PAGE = "{\"data\":[],\"page\":3,\"count\":0,\"success\":true}";
    private static final String EXPIRED = "{\"code\":101,\"success\":false,\"message\":\"Invalid token\"}";

    private final FakeSource source = new FakeSource();

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void buysATokenOnceAndSendsItWithEveryCall() throws InterruptedException {
        source.token("first").json(200, EMPTY_PAGE).json(200, EMPTY_PAGE);
        var client = source.v1();

        client.orders(FakeSource.WINDOW, 3, Priority.LIVE);
        client.orders(FakeSource.WINDOW, 3, Priority.LIVE);

        var requests = source.requests();
        assertThat(requests)
                .extracting(request -> request.getUrl().queryParameter("token"))
                .containsExactly(null, "first", "first");
        assertThat(requests.getFirst().getMethod()).isEqualTo("POST");
        assertThat(requests.getFirst().getBody().utf8()).isEqualTo("api_key=" + FakeSource.KEY.value());
    }

    @Test
    void replacesATokenBeforeItAges() throws InterruptedException {
        source.token("first").json(200, EMPTY_PAGE).token("second").json(200, EMPTY_PAGE);
        var client = source.v1();

        client.orders(FakeSource.WINDOW, 3, Priority.LIVE);
        source.now.updateAndGet(now -> now.plus(Duration.ofMinutes(9)));
        client.orders(FakeSource.WINDOW, 3, Priority.LIVE);

        assertThat(source.requests())
                .extracting(request -> request.getUrl().queryParameter("token"))
                .containsExactly(null, "first", null, "second");
    }

    @ParameterizedTest
    @CsvSource({"403, 101", "401, 401", "401, 0", "200, 101"})
    void replaysTheVerySameRequestAfterARefusedToken(int status, int code) throws InterruptedException {
        source.token("first")
                .json(status, EXPIRED.replace("101", Integer.toString(code)))
                .token("second")
                .json(200, EMPTY_PAGE);

        var reply = source.v1().orders(FakeSource.WINDOW, 3, Priority.LIVE);

        var requests = source.requests();
        var refused = requests.get(1).getUrl();
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        assertThat(requests.get(3).getUrl())
                .isEqualTo(refused.newBuilder()
                        .setQueryParameter("token", "second")
                        .build());
        assertThat(refused.queryParameterValues("modified_at[]")).containsExactly("1767225600000", "1767398400000");
        assertThat(refused.queryParameter("page")).isEqualTo("3");
        assertThat(refused.queryParameter("sort_dir")).isEqualTo("asc");
        assertThat(refused.encodedPath()).isEqualTo("/order/");
        assertThat(source.waits).isEmpty();
    }

    @Test
    void stopsWhenEveryNewTokenIsRefused() {
        IntStream.range(0, 3).forEach(i -> source.token("token-" + i).json(403, EXPIRED));

        var reply = source.v1().orders(FakeSource.WINDOW, 3, Priority.LIVE);

        assertThat(reply)
                .isEqualTo(new Reply.Unreachable<>(
                        "the source refuses the tokens that it gives: HTTP 403, code 101: Invalid token"));
        assertThat(source.server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void saysKeyRefusedWhenTheKeyWasRevokedMeanwhile() {
        source.token("first")
                .json(403, EXPIRED)
                .json(401, "{\"code\":111,\"success\":false,\"message\":\"Check your api_key\"}");

        assertThat(source.v1().orders(FakeSource.WINDOW, 3, Priority.LIVE)).isInstanceOf(Reply.KeyRefused.class);
    }

    @Test
    void buysOneTokenForManyCallersWhoseTokenWasRefused() throws Exception {
        var callers = 8;
        var counting = new Expiring(callers);
        source.server.setDispatcher(counting);
        var client = source.v1();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Reply<OrderPage>> call = () -> client.orders(FakeSource.WINDOW, 3, Priority.LIVE);
            var replies = threads.invokeAll(Collections.nCopies(callers, call));

            for (var reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Answer.class);
            }
        }
        assertThat(counting.tokens).hasValue(2);
        assertThat(counting.all.getCount()).isZero();
    }

    /** Refuses the first token, but only when every caller has sent it. */
    private static final class Expiring extends Dispatcher {
        private final AtomicInteger tokens = new AtomicInteger();
        private final CountDownLatch all;

        Expiring(int callers) {
            all = new CountDownLatch(callers);
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            if (request.getUrl().encodedPath().equals("/token/new")) {
                return answer(200, "{\"token\":\"token-%d\",\"success\":true}".formatted(tokens.incrementAndGet()));
            }
            if (!"token-1".equals(request.getUrl().queryParameter("token"))) {
                return answer(200, EMPTY_PAGE);
            }
            all.countDown();
            all.await();
            return answer(403, EXPIRED);
        }

        private static MockResponse answer(int status, String body) {
            return new MockResponse.Builder().code(status).body(body).build();
        }
    }
}
