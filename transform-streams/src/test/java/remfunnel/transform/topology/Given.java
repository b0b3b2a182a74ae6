package remfunnel.transform.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import remfunnel.ApiVersion;
import remfunnel.ConditionAction;
import remfunnel.ConditionOperator;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FilterCondition;
import remfunnel.FilterMatch;
import remfunnel.FilterSettings;
import remfunnel.FunnelConfig;
import remfunnel.Marker;
import remfunnel.OrderEvent;
import remfunnel.OrderEventKind;
import remfunnel.OrderEventSource;
import remfunnel.SourceSettings;
import remfunnel.StageSettings;

/** Configurations, names and orders of a small repair shop. */
final class Given {
    static final String SHOP = "shop";
    static final long NEW = 101;
    static final long WORK = 102;
    static final long PAID = 103;
    static final long CREATED = Instant.parse("2026-01-10T08:00:00Z").toEpochMilli();

    private Given() {}

    /** Three stages; revenue is the order's total, nothing is filtered. */
    static FunnelConfig.Builder config() {
        return FunnelConfig.newBuilder()
                .setConnectorId(SHOP)
                .setTitle("Мастерская")
                .setSource(SourceSettings.newBuilder().setApi(ApiVersion.V1).build())
                .setTimeZone("Europe/Moscow")
                .setCurrency("RUB")
                .setFilter(new FilterSettings(FilterMatch.ALL, new ArrayList<>()))
                .setStages(List.of(
                        new StageSettings("inquiry", "Обращения", Marker.INITIAL, List.of(NEW)),
                        new StageSettings("work", "В работе", Marker.IN_PROGRESS, List.of(WORK)),
                        new StageSettings("paid", "Оплачен", Marker.SUCCESS, List.of(PAID))))
                .setRevenue("total")
                .setUpdatedAt(Instant.parse("2026-11-01T00:00:00Z"))
                .setUpdatedBy("test");
    }

    static FilterSettings only(String field, String value) {
        return new FilterSettings(
                FilterMatch.ALL,
                List.of(new FilterCondition(ConditionAction.INCLUDE, field, ConditionOperator.EQUALS, List.of(value))));
    }

    static DictionaryEntry status(long id, String name) {
        return new DictionaryEntry(SHOP, DictionaryKind.STATUS, Long.toString(id), name, Map.of("group", "1"), false);
    }

    static DictionaryEntry entry(DictionaryKind kind, String id, String name) {
        return new DictionaryEntry(SHOP, kind, id, name, Map.of(), false);
    }

    static DictionaryEntry deleted(DictionaryEntry entry) {
        return DictionaryEntry.newBuilder(entry).setDeleted(true).build();
    }

    static Instant minute(int minute) {
        return Instant.ofEpochMilli(CREATED).plusSeconds(60L * minute);
    }

    /** An order as a poll saw it, changed and observed so many minutes after its creation. */
    static OrderEvent order(long id, long status, int minute) {
        return order(SHOP, id, status, minute);
    }

    static OrderEvent order(String connector, long id, long status, int minute) {
        var json = """
                {"id":%d,"id_label":"A%d","created_at":%d,"modified_at":%d,"status":{"id":%d,"name":"x","group":1},\
                "branch_id":%d,"price":%d.50,"discount_sum":0.00,"parts":[],"operations":[],\
                "custom_fields":{"f7":%d},"manager_id":%d}""".formatted(
                        id, id, CREATED, minute(minute).toEpochMilli(), status, id % 3, 100 + id, id, 40 + id % 2);
        return event(connector, id, minute)
                .setPayload(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static OrderEvent gone(long id, int minute) {
        return event(SHOP, id, minute).setKind(OrderEventKind.DELETED).build();
    }

    static OrderEvent garbage(long id, int minute) {
        return event(SHOP, id, minute)
                .setPayload(ByteBuffer.wrap("{\"id\":".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static OrderEvent.Builder event(String connector, long id, int minute) {
        return OrderEvent.newBuilder()
                .setConnectorId(connector)
                .setOrderId(id)
                .setKind(OrderEventKind.SNAPSHOT)
                .setSource(OrderEventSource.POLL)
                .setApi(ApiVersion.V1)
                .setModifiedAt(minute(minute))
                .setObservedAt(minute(minute).plusSeconds(5))
                .setPayload(ByteBuffer.allocate(0));
    }
}
