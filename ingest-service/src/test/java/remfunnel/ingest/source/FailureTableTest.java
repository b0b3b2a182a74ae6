package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.ApiVersion;

class FailureTableTest {
    private static final int ATTEMPTS = CallLimits.defaults().attempts();
    private static final String EMPTY_PAGE = "{\"data\":[],\"paging\":{\"page\":1,\"total_pages\":1,\"count\":0}}";

    private final FakeSource source = new FakeSource();

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void takesARefusedV1KeyForRefusedAfterOneRequest() {
        source.json(401, "{\"code\":111,\"success\":false,\"message\":\"Check your api_key\"}");

        var reply = source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isEqualTo(new Reply.KeyRefused<>("HTTP 401, code 111: Check your api_key"));
        assertThat(source.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void takesARefusedV2KeyForRefusedAfterOneRequest() {
        source.json(401, "{\"message\":\"Unauthorized\"}");

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isEqualTo(new Reply.KeyRefused<>("HTTP 401: Unauthorized"));
        assertThat(source.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key with a space", "ключ"})
    void refusesAKeyThatNoHeaderCanHoldWithoutAskingTheSource(String key) {
        assertThat(new BearerAccess(new Secret(key), source.now::get).pass()).isInstanceOf(Reply.KeyRefused.class);
    }

    @Test
    void takesAnExpiredTariffForNotAllowed() {
        source.json(403, "{\"code\":403,\"success\":false,\"message\":\"Your subscription has expired\"}");

        var reply = source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isEqualTo(new Reply.NotAllowed<>("HTTP 403, code 403: Your subscription has expired"));
        assertThat(source.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504", "429"})
    void asksAgainWhereThatMayHelpAndThenGivesUp(int status) {
        for (var i = 0; i < ATTEMPTS; i++) {
            source.html(status);
        }

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply)
                .isInstanceOf(Reply.Unreachable.class)
                .extracting("message")
                .asString()
                .contains("HTTP " + status);
        assertThat(source.waits).hasSize(ATTEMPTS - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 404})
    void neverTakesAnHtmlPageForAnAnswer(int status) {
        for (var i = 0; i < ATTEMPTS; i++) {
            source.html(status);
        }

        var reply = source.v2().order(7, Priority.LIVE);

        assertThat(reply)
                .isInstanceOf(Reply.Unreachable.class)
                .extracting("message")
                .asString()
                .contains("HTML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"id\":1,\"created_at\":\"2026-01-01T00:00:00Z\"}",
                "{\"data\":[]} {\"data\":[]}",
                "{\"data\":[1,2]}",
                "{\"data\":[{\"a\":1},{\"a\":2},{\"a\":3},{\"a\":4}],\"count\":4}",
                "{\"paging\":{\"count\":0}}",
                "{\"data\":[],\"paging\":{\"page\":2,\"count\":70}}",
                "not json",
                "7",
                ""
            })
    void takesBrokenJsonForAFailureAndNeverForAShorterPage(String body) {
        for (var i = 0; i < ATTEMPTS; i++) {
            source.json(200, body);
        }

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isInstanceOf(Reply.Unreachable.class);
        assertThat(source.server.getRequestCount()).isEqualTo(ATTEMPTS);
    }

    @Test
    void saysWhatTheSourceSaysWhenSuccessIsFalse() {
        source.token(FakeSource.TOKEN).json(200, "{\"success\":false,\"data\":[],\"message\":\"Closed for repair\"}");

        var reply = source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isEqualTo(new Reply.Unreachable<>("HTTP 200: Closed for repair"));
    }

    @Test
    void namesTheFieldThatTheSourceDoesNotAccept() {
        source.token(FakeSource.TOKEN)
                .json(
                        400,
                        "{\"code\":400,\"success\":false,\"message\":{\"validation\":{\"page\":[\"Must be an integer\"]}}}");

        var reply = source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply)
                .isInstanceOf(Reply.WrongRequest.class)
                .extracting("message")
                .asString()
                .contains("HTTP 400", "page", "Must be an integer");
    }

    @ParameterizedTest
    @ValueSource(ints = {414, 405, 418})
    void neverRepeatsWhatTheSourceCannotTake(int status) {
        source.html(status);

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isInstanceOf(Reply.WrongRequest.class);
        assertThat(source.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void doesNotFollowARedirectAndNamesItsHost() {
        source.answer(new MockResponse.Builder().code(302).setHeader("Location", "https://login.example.com/?next=x"));

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply)
                .isInstanceOf(Reply.WrongRequest.class)
                .extracting("message")
                .asString()
                .contains("https://login.example.com,", "base_url")
                .doesNotContain("next");
    }

    @Test
    void takesA404OfAListForAWrongAddress() {
        source.json(404, "{\"message\":\"Not found\"}");

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply)
                .isInstanceOf(Reply.WrongRequest.class)
                .extracting("message")
                .asString()
                .contains("base_url");
    }

    @Test
    void takesA404OfAnOrderForGoneOnlyWhenTheApiItselfSaysSo() {
        source.json(404, "{\"message\":\"Not found\"}").json(404, "");

        var gone = source.v2().order(7, Priority.LIVE);
        var unclear = source.v2().order(7, Priority.LIVE);

        assertThat(gone)
                .isInstanceOfSatisfying(
                        Reply.Answer.class, answer -> assertThat(answer.value()).isEqualTo(Optional.empty()));
        assertThat(unclear).isInstanceOf(Reply.WrongRequest.class);
    }

    @Test
    void asksAgainAfterADroppedConnectionAndACutBody() {
        source.answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()))
                .answer(new MockResponse.Builder().body(EMPTY_PAGE).onResponseBody(new SocketEffect.CloseSocket()))
                .json(200, EMPTY_PAGE);

        var reply = source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isInstanceOf(Reply.Answer.class);
    }

    @Test
    void givesUpOnASourceThatNeverAnswers() {
        for (var i = 0; i < ATTEMPTS; i++) {
            source.answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        }

        var reply = source.impatient().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply)
                .isInstanceOf(Reply.Unreachable.class)
                .extracting("message")
                .asString()
                .contains("in time");
    }

    @Test
    void refusesAnAnswerLargerThanItsBound() {
        var small = new CallLimits(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                1,
                20,
                0,
                1,
                Duration.ofMinutes(9));
        source.json(200, EMPTY_PAGE);

        var reply = source.client(ApiVersion.V2, small).orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(reply).isEqualTo(new Reply.Unreachable<>("an answer of more than 20 bytes"));
    }
}
