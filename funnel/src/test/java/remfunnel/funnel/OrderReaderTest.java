package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderReaderTest {
    private static final String REQUIRED =
            "\"id\":7,\"created_at\":1000,\"modified_at\":2000,\"status\":{\"id\":5,\"group\":2}";

    @Test
    void readsEveryFieldOfAV1Order() {
        var order = Samples.order(Api.V1, Samples.v1Closed());

        var read = Vocabulary.standard().fields().stream()
                .map(field -> field.name() + ": " + order.text(field.name()).orElse("missing"))
                .collect(Collectors.joining(", "));

        assertThat(read).isEqualToNormalizingWhitespace("""
                        id: 60000001, number: A1001, created_at: 2026-01-01T10:00:00Z, modified_at: 2026-01-02T10:00:00Z,
                        done_at: 2026-01-02T09:00:00Z, closed_at: 2026-01-02T10:00:00Z, status: 900106,
                        status_group: 6, order_type: 130001, location: 120001, manager: 310001, engineer: 310002,
                        ad_campaign: 140001, client: 7000001, client_juridical: false, brand: Acme,
                        model: Book 14, kind: Ноутбук, serial: SN-TEST-000001, urgent: false, price: 7100,
                        discount_sum: 450, total: 6650, paid: 6650, debt: 0, estimated_cost: 5000, parts_price: 3600,
                        parts_cost: 2114, operations_price: 3500, operations_cost: 450, cost: 2564
                        """);
    }

    @Test
    void readsTheSameOrderFromV2AndItsItems() {
        var v1 = texts(Samples.order(Api.V1, Samples.v1Closed()));
        var v2 = texts(Samples.order(Api.V2, Samples.v2Closed()));

        v1.remove("status_group");

        assertThat(v2).isEqualTo(v1);
    }

    @Test
    void missesLineSumsOfAV2OrderWhoseItemsWereNotFetched() {
        var order = Samples.order(Api.V2, Samples.v2ClosedWithoutItems());

        assertThat(texts(order))
                .doesNotContainKeys("price", "parts_price", "parts_cost", "operations_price", "operations_cost", "cost")
                .containsEntry("total", "6650")
                .containsEntry("debt", "0");
    }

    @Test
    void sumsToZeroWhereThereAreNoLines() {
        var v1 = Samples.order(Api.V1, Samples.v1(1));
        var v2 = Samples.order(Api.V2, Samples.v2(0, "[]"));

        assertThat(v1.number("cost")).contains(BigDecimal.ZERO);
        assertThat(v2.number("cost")).contains(BigDecimal.ZERO);
        assertThat(v2.number("price")).contains(BigDecimal.ZERO);
    }

    @Test
    void readsFractionalAmountsExactly() {
        var order = Samples.order(Api.V1, Samples.v1(2));

        assertThat(order.number("parts_price")).contains(new BigDecimal("2000"));
        assertThat(order.number("operations_price")).contains(new BigDecimal("455"));
        assertThat(order.number("cost")).contains(new BigDecimal("1050"));
    }

    @Test
    void readsTheShapeOfTenYearsAgo() {
        var order = Samples.order(Api.V1, Samples.v1OldShape());

        assertThat(texts(order))
                .containsEntry("kind", "Smartphone")
                .containsEntry("order_type", "16")
                .containsEntry("engineer", "11")
                .containsEntry("estimated_cost", "1700")
                .containsEntry("cost", "120")
                .doesNotContainKeys("total", "closed_at", "ad_campaign", "discount_sum");
        assertThat(order.text("f1")).contains("значение");
    }

    @Test
    void readsCustomFieldsInTheTypeTheyWereSent() {
        var order = Samples.order(Api.V1, Samples.v1Closed());

        assertThat(order.text("f920001")).contains("Курьер");
        assertThat(order.number("f920002")).contains(new BigDecimal("3"));
        assertThat(order.time("f920003")).contains(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(order.flag("f920004")).contains(true);
        assertThat(order.text("f920005")).isEmpty();
    }

    @Test
    void fallsBackToTheAssetOnlyWhereTheOrderSaysNothing() {
        var order =
                v1("\"brand\":\"Own\",\"model\":\"\",\"asset\":{\"brand\":\"Asset's\",\"model\":\"M1\",\"uid\":\"\"}");

        assertThat(order.text("brand")).contains("Own");
        assertThat(order.text("model")).contains("M1");
        assertThat(order.text("serial")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0E+3          | 0
            650.00000     | 650
            "93000"       | 93000
            " 12.50 "     | 12.5
            -0.010        | -0.01
            1e2           | 100
            "NaN"         |
            "1e400"       |
            1e400         |
            ""            |
            null          |
            {}            |
            [1]           |
            true          |
            """)
    void readsNumbersFromTheirLiterals(String literal, String expected) {
        var order = v1("\"payed\":" + literal);

        assertThat(order.number("paid")).isEqualTo(Optional.ofNullable(expected).map(BigDecimal::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1767348000000                   | 2026-01-02T10:00:00Z
            "1767348000000"                 | 2026-01-02T10:00:00Z
            "2026-01-02T10:00:00Z"          | 2026-01-02T10:00:00Z
            "2026-01-02T13:00:00+03:00"     | 2026-01-02T10:00:00Z
            "2026-01-02T13:00:00+0300"      | 2026-01-02T10:00:00Z
            "2026-01-02T10:00:00.123456Z"   | 2026-01-02T10:00:00.123Z
            "2026-01-02T10:00:00"           | 2026-01-02T10:00:00Z
            "yesterday"                     |
            "2026-13-41T10:00:00Z"          |
            1.5                             |
            99999999999999999999            |
            9999999999999999                |
            """)
    void readsTimesOfBothApis(String literal, Instant expected) {
        var order = v1("\"closed_at\":" + literal);

        assertThat(order.closedAt()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void missesASumWhenAValueOfOneLineIsMissing() {
        var order = v1("\"parts\":[{\"amount\":1,\"price\":10,\"cost\":5},{\"amount\":1,\"price\":10,\"cost\":null}]");

        assertThat(order.number("parts_price")).contains(new BigDecimal("20"));
        assertThat(order.number("parts_cost")).isEmpty();
        assertThat(order.number("cost")).isEmpty();
        assertThat(order.number("operations_cost")).contains(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"none\"", "{}", "[1]", "[null]", "[[]]", "7"})
    void missesTheSumsOfLinesThatAreNone(String parts) {
        var order = v1("\"parts\":" + parts);

        assertThat(order.number("parts_price")).isEmpty();
    }

    @Test
    void missesAllSumsWhenAnItemIsNeitherProductNorService() {
        var order = Samples.order(
                Api.V2, v2("[{\"quantity\":\"1\",\"price\":\"2\",\"cost\":\"1\",\"entity\":{\"type\":\"bundle\"}}]"));

        assertThat(order.number("cost")).isEmpty();
        assertThat(order.number("price")).isEmpty();
    }

    @Test
    void readsAStatusGroupThatAV2OrderMightCarry() {
        var order = Samples.order(
                Api.V2,
                Samples.bytes("{\"order\":{\"id\":7,\"created_at\":\"2026-01-02T10:00:00Z\","
                        + "\"modified_at\":\"2026-01-02T10:00:00Z\",\"status\":{\"id\":5,\"group\":{\"type\":4}}}}"));

        assertThat(order.statusGroup()).hasValue(4);
        assertThat(order.number("cost")).isEmpty();
    }

    @Test
    void takesTheLastOfEqualKeys() {
        var order = v1(
                "\"payed\":1,\"asset\":{\"brand\":\"A\",\"model\":\"B\"},\"client\":{\"id\":1,\"juridical\":true},"
                        + "\"parts\":[{\"amount\":1,\"price\":1,\"cost\":1}],\"custom_fields\":{\"f1\":\"x\"},"
                        + "\"payed\":2,\"asset\":{\"brand\":\"C\"},\"client\":null,\"parts\":[],\"custom_fields\":{\"f2\":\"y\"}");

        assertThat(order.number("paid")).contains(new BigDecimal("2"));
        assertThat(order.text("brand")).contains("C");
        assertThat(order.text("model")).isEmpty();
        assertThat(order.flag("client_juridical")).isEmpty();
        assertThat(order.number("parts_cost")).contains(BigDecimal.ZERO);
        assertThat(order.text("f1")).isEmpty();
        assertThat(order.text("f2")).contains("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "created_at", "modified_at", "status"})
    void refusesAnOrderWithoutWhatEveryOrderHas(String field) {
        var payload = ("{" + REQUIRED + "}").replace("\"" + field + "\"", "\"other\"");

        assertThat(new OrderReader().read(Api.V1, Samples.bytes(payload)))
                .isEqualTo(new OrderReading.Unreadable("no readable " + field + ", which every order has"));
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void refusesWhatIsNoOrder(Api api) {
        for (var payload :
                new String[] {"", "null", "[]", "\"text\"", "<html></html>", "{", "{}", "{}{}", "{\"order\":7}"}) {
            assertThat(new OrderReader().read(api, Samples.bytes(payload)))
                    .as(payload)
                    .isInstanceOf(OrderReading.Unreadable.class);
        }
    }

    @Test
    void neverQuotesThePayloadInItsReason() {
        var payload = Samples.bytes("{\"client\": Secret Name}");

        assertThat(new OrderReader().read(Api.V1, payload).toString()).doesNotContain("Secret");
    }

    @Test
    void refusesMoreCustomFieldsThanAnAccountCanHave() {
        var fields = new StringBuilder("\"f0\":1");
        for (int i = 1; i <= PayloadReading.MOST_CUSTOM_FIELDS; i++) {
            fields.append(",\"f").append(i).append("\":1");
        }

        var reading =
                new OrderReader().read(Api.V1, Samples.bytes("{" + REQUIRED + ",\"custom_fields\":{" + fields + "}}"));

        assertThat(reading).isEqualTo(new OrderReading.Unreadable("more than 500 custom fields"));
    }

    @Test
    void cutsTextsThatAreNovels() {
        var order = v1("\"brand\":\"" + "ё".repeat(10_000) + "\"");

        assertThat(order.text("brand").orElseThrow()).hasSize(Scalars.LONGEST_TEXT);
    }

    private static Order v1(String more) {
        return Samples.order(Api.V1, Samples.bytes("{" + REQUIRED + "," + more + "}"));
    }

    private static byte[] v2(String items) {
        return Samples.v2(1, items);
    }

    private static Map<String, String> texts(Order order) {
        return Vocabulary.standard().fields().stream()
                .filter(field -> order.text(field.name()).isPresent())
                .collect(Collectors.toMap(
                        Field::name, field -> order.text(field.name()).orElseThrow()));
    }
}
