package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static remfunnel.ingest.source.OrderReadingTest.value;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.DictionaryKind;

class DictionaryTest {
    private final FakeSource source = new FakeSource();

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void readsStatusesOfBothApisAlike() {
        source.token(FakeSource.TOKEN).json(200, FakeSource.sample("v1-statuses.json"));
        var first = value(source.v1().dictionary(DictionaryKind.STATUS, Priority.LIVE));
        source.json(200, FakeSource.sample("v2-orders-statuses.json"));
        var second = value(source.v2().dictionary(DictionaryKind.STATUS, Priority.LIVE));

        assertThat(first).hasSize(7).isEqualTo(second);
        assertThat(first.get(2))
                .isEqualTo(new DictionaryItem(
                        "900103", "Ждёт запчасть", Map.of("group", "3", "color", "#F0AD4E", "position", "2"), false));
    }

    @Test
    void keepsOfAnEmployeeTheNameAndWhetherHeLeft() {
        source.token(FakeSource.TOKEN).json(200, FakeSource.sample("v1-employees.json"));

        var employees = value(source.v1().dictionary(DictionaryKind.EMPLOYEE, Priority.LIVE));

        assertThat(employees)
                .contains(new DictionaryItem("310001", "Менеджер Тестовый", Map.of(), false))
                .contains(new DictionaryItem("310003", "Уволенный Тестовый", Map.of(), true));
        assertThat(employees.toString()).doesNotContain("@", "7000000");
    }

    @Test
    void namesOrderFieldsAsOrdersDo() {
        source.token(FakeSource.TOKEN).json(200, FakeSource.sample("v1-order-custom-fields.json"));

        var fields = value(source.v1().dictionary(DictionaryKind.ORDER_FIELD, Priority.LIVE));

        assertThat(fields.getFirst())
                .isEqualTo(new DictionaryItem("f920001", "Способ получения", Map.of("type", "3"), false));
    }

    @Test
    void readsABareArray() {
        source.json(200, FakeSource.sample("v2-company-locations.json"));

        assertThat(value(source.v2().dictionary(DictionaryKind.LOCATION, Priority.LIVE)))
                .containsExactly(new DictionaryItem("120001", "Мастерская Центр (тест)", Map.of(), false));
    }

    @Test
    void readsEveryPageThatTheSourceCounts() throws InterruptedException {
        source.json(200, page(1, 3, "1", "2")).json(200, page(2, 3, "3"));

        var employees = value(source.v2().dictionary(DictionaryKind.EMPLOYEE, Priority.LIVE));

        assertThat(employees).extracting(DictionaryItem::id).containsExactly("1", "2", "3");
        assertThat(source.requests())
                .extracting(request -> request.getUrl().query())
                .containsExactly(null, "page=2");
    }

    @Test
    void stopsWhenTheSourceCountsMoreThanItLists() {
        source.json(200, page(1, 9, "1")).json(200, page(1, 9, "1"));

        assertThat(value(source.v2().dictionary(DictionaryKind.EMPLOYEE, Priority.LIVE)))
                .hasSize(1);
    }

    @Test
    void looksForCampaignsWhereTheOlderPathIs() throws InterruptedException {
        source.json(404, "{\"message\":\"Not found\"}").json(200, "{\"data\":[{\"id\":1,\"name\":\"Листовка\"}]}");

        var campaigns = value(source.v2().dictionary(DictionaryKind.AD_CAMPAIGN, Priority.LIVE));

        assertThat(campaigns).extracting(DictionaryItem::name).containsExactly("Листовка");
        assertThat(source.requests().getLast().getUrl().encodedPath()).isEqualTo("/marketing/campaigns");
    }

    private static String page(int page, int count, String... ids) {
        var rows = Arrays.stream(ids)
                .map("{\"id\":%s,\"first_name\":\"A\"}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"data\":[%s],\"paging\":{\"page\":%d,\"count\":%d}}".formatted(rows, page, count);
    }
}
