package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.DictionaryKind;

class OrderReadingTest {
    private final FakeSource source = new FakeSource();

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void keepsEachV1OrderByteForByte() {
        var body = FakeSource.sample("v1-order-list-page1.json");
        source.token(FakeSource.TOKEN).json(200, body);

        var page = value(source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE));

        assertThat(page.orders()).extracting(RawOrder::id).containsExactly(60000001L, 60000002L, 60000003L, 60000004L);
        assertThat(page.orders())
                .allSatisfy(order -> assertThat(body).contains(order.payload().text()));
        assertThat(page.orders().getFirst().payload().text())
                .startsWith("{\n      \"id\": 60000001,")
                .endsWith("}")
                .contains("\"cost\": 0E+3,", "\"price\": 7100.00,");
        assertThat(rejoined(body, page.orders(), "")).isEqualTo(body);
    }

    @Test
    void keepsEachV2OrderByteForByteBesideItsItems() {
        var body = FakeSource.sample("v2-orders-page1.json");
        source.json(200, body);

        var page = value(source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE));

        assertThat(page.count()).isEqualTo(2);
        assertThat(page.orders())
                .extracting(order -> order.payload().text())
                .allSatisfy(payload ->
                        assertThat(payload).startsWith("{\"order\":{").endsWith("},\"items\":null}"));
        assertThat(rejoined(body, page.orders(), ",\"items\":null}")).isEqualTo(body);
    }

    /** The body, put together from what lies between the orders and from the payloads themselves. */
    private static String rejoined(String body, List<RawOrder> orders, String suffix) {
        var rejoined = new StringBuilder();
        var end = 0;
        for (var order : orders) {
            var payload = order.payload().text();
            var row = suffix.isEmpty()
                    ? payload
                    : payload.substring("{\"order\":".length(), payload.length() - suffix.length());
            var start = body.indexOf("{\n      \"id\": " + order.id(), end);
            rejoined.append(body, end, start).append(row);
            end = start + row.length();
        }
        assertThat(body.substring(end)).startsWith("\n  ],");
        return rejoined + body.substring(end);
    }

    @Test
    void readsWhatPollingHasToKnow() {
        source.token(FakeSource.TOKEN).json(200, FakeSource.sample("v1-order-list-page1.json"));

        var order = value(source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE))
                .orders()
                .getFirst();

        assertThat(order.createdAt()).isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
        assertThat(order.modifiedAt()).isEqualTo(Instant.parse("2026-01-02T10:00:00Z"));
        assertThat(order.references())
                .containsEntry(DictionaryKind.STATUS, Set.of("900106"))
                .containsEntry(DictionaryKind.LOCATION, Set.of("120001"))
                .containsEntry(DictionaryKind.EMPLOYEE, Set.of("310001", "310002"))
                .containsEntry(
                        DictionaryKind.ORDER_FIELD, Set.of("f920001", "f920002", "f920003", "f920004", "f920005"));
    }

    @Test
    void leavesOutARowThatLacksWhatPollingGoesBy() {
        source.json(200, """
                {"data":[{"id":1,"modified_at":"2026-01-01T00:00:00Z"},{"id":2,"name":"Иван"},{"name":"Пётр"}],"count":3}\
                """);

        var page = value(source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE));

        assertThat(page.orders()).extracting(RawOrder::id).containsExactly(1L);
        assertThat(page.size()).isEqualTo(3);
        assertThat(page.unreadable())
                .extracting(UnreadableOrder::words)
                .containsExactly(
                        "order 2 without created_at and modified_at that are times", "an order whose id is no number");
    }

    @Test
    void readsOrdersOfTheOldShape() {
        source.token(FakeSource.TOKEN).json(200, FakeSource.sample("v1-order-list-old-shape.json"));

        assertThat(value(source.v1().orders(FakeSource.WINDOW, 1, Priority.LIVE))
                        .orders())
                .isNotEmpty();
    }

    @Test
    void asksV2WithoutMillisecondsAndWithTheKeyInAHeader() throws InterruptedException {
        source.json(200, FakeSource.sample("v2-orders-page1.json"));

        source.v2().orders(FakeSource.WINDOW, 1, Priority.LIVE);

        var request = source.requests().getFirst();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v2/orders");
        assertThat(request.getUrl().queryParameterValues("modified_at[]"))
                .containsExactly("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z");
        assertThat(request.getUrl().queryParameter("sort")).isEqualTo("modified_at");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + FakeSource.KEY.value());
        assertThat(request.getTarget()).doesNotContain(FakeSource.KEY.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3\""})
    void takesThePageAsNumberOrText(String page) {
        source.token(FakeSource.TOKEN)
                .json(200, "{\"data\":[],\"page\":%s,\"count\":\"101\",\"success\":true}".formatted(page));

        var reply = value(source.v1().orders(FakeSource.WINDOW, 3, Priority.LIVE));

        assertThat(reply.count()).isEqualTo(101);
        assertThat(reply.pages()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{},\"success\":true}", "{\"data\":[],\"success\":true}", "{\"data\":null}"})
    void takesEmptyDataForAnOrderThatIsGone(String body) {
        source.token(FakeSource.TOKEN).json(200, body);

        assertThat(value(source.v1().order(60000001, Priority.LIVE))).isEmpty();
    }

    @Test
    void readsOneOrderAndRefusesAnother() {
        var body = FakeSource.sample("v1-order-get-by-id.json");
        source.token(FakeSource.TOKEN).json(200, body);
        var client = source.v1();

        var right = value(client.order(60000001, Priority.LIVE));
        for (var i = 0; i < CallLimits.defaults().attempts(); i++) {
            source.json(200, body);
        }
        var wrong = client.order(1, Priority.LIVE);

        assertThat(right.map(RawOrder::id)).isEqualTo(Optional.of(60000001L));
        assertThat(wrong).isInstanceOf(Reply.Unreachable.class);
    }

    @Test
    void addsItemsAsReceivedAndKeepsTheHash() {
        var items = FakeSource.sample("v2-order-items.json");
        source.json(200, FakeSource.sample("v2-orders-page1.json")).json(200, items);
        var client = source.v2();
        var order = value(client.orders(FakeSource.WINDOW, 1, Priority.LIVE))
                .orders()
                .getLast();

        var whole = value(client.withItems(order, Priority.LIVE));
        var again = value(client.withItems(whole, Priority.LIVE));

        assertThat(whole.payload().text())
                .isEqualTo(order.payload().text().replace("\"items\":null}", "\"items\":" + items.strip() + "}"));
        assertThat(whole.hash()).isEqualTo(order.hash());
        assertThat(again).isEqualTo(whole);
        assertThat(source.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void takesA404OfItemsForNoItems() {
        source.json(200, FakeSource.sample("v2-orders-page1.json")).json(404, "{\"message\":\"Not found\"}");
        var client = source.v2();
        var order = value(client.orders(FakeSource.WINDOW, 1, Priority.LIVE))
                .orders()
                .getFirst();

        assertThat(value(client.withItems(order, Priority.LIVE)).payload().text())
                .endsWith(",\"items\":[]}");
    }

    @Test
    void asksNothingForTheItemsOfV1() {
        var order = new RawOrder(1, Instant.EPOCH, Instant.EPOCH, Payload.of("{}"), new LinkedHashMap<>());

        assertThat(value(source.v1().withItems(order, Priority.LIVE))).isEqualTo(order);
        assertThat(source.server.getRequestCount()).isZero();
    }

    @Test
    void takesTheTimeFromTheSourceWhereItSaysIt() {
        source.answer(new MockResponse.Builder()
                        .setHeader("Date", "Mon, 05 Jan 2026 09:59:00 GMT")
                        .body(FakeSource.sample("v2-orders-page1.json")))
                .json(200, FakeSource.sample("v2-orders-page1.json"));
        var client = source.v2();

        var dated = (Reply.Answer<OrderPage>) client.orders(FakeSource.WINDOW, 1, Priority.LIVE);
        var undated = (Reply.Answer<OrderPage>) client.orders(FakeSource.WINDOW, 1, Priority.LIVE);

        assertThat(dated.sourceTime()).isEqualTo(Instant.parse("2026-01-05T09:59:00Z"));
        assertThat(undated.sourceTime()).isEqualTo(source.now.get().minus(Duration.ofMinutes(5)));
        assertThat(dated.answeredAt()).isEqualTo(source.now.get());
    }

    static <T> T value(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        return ((Reply.Answer<T>) reply).value();
    }
}
