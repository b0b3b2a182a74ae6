package remfunnel.transform.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import remfunnel.ApiVersion;
import remfunnel.CoefficientSettings;
import remfunnel.CoefficientValue;
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
import remfunnel.UnmappedPolicy;

/** A shop whose even orders are paid, whose odd ones are new, whose sevenths stand in a strange status; number 3 is elsewhere. */
record Shop(String id) {
    static final long NEW = 101;
    static final long PAID = 103;
    static final long STRANGE = 109;
    static final long ELSEWHERE = 3;

    private static final Instant CREATED = Instant.parse("2026-01-10T08:00:00Z");

    FunnelConfig.Builder config() {
        return FunnelConfig.newBuilder()
                .setConnectorId(id)
                .setTitle("Мастерская")
                .setSource(SourceSettings.newBuilder().setApi(ApiVersion.V1).build())
                .setTimeZone("Europe/Moscow")
                .setCurrency("RUB")
                .setFilter(new FilterSettings(
                        FilterMatch.ALL,
                        List.of(new FilterCondition(
                                ConditionAction.EXCLUDE, "location", ConditionOperator.EQUALS, List.of("2")))))
                .setStages(List.of(
                        new StageSettings("inquiry", "Обращения", Marker.INITIAL, List.of(NEW)),
                        new StageSettings("paid", "Оплачен", Marker.SUCCESS, List.of(PAID))))
                .setUnmapped(UnmappedPolicy.DROP)
                .setRevenue("total - total * rate")
                .setCoefficients(List.of(new CoefficientSettings(
                        "rate", List.of(new CoefficientValue(LocalDate.parse("2025-07-01"), "0.02")))))
                .setUpdatedAt(Instant.EPOCH)
                .setUpdatedBy("test");
    }

    DictionaryEntry location() {
        return new DictionaryEntry(id, DictionaryKind.LOCATION, "2", "Тверь", Map.of(), false);
    }

    OrderEvent order(long order) {
        long status = order % 7 == 0 ? STRANGE : order % 2 == 0 ? PAID : NEW;
        return order(order, status, 10);
    }

    /** As a poll saw it, changed so many minutes after its creation; the payload has a zero in an odd form. */
    OrderEvent order(long order, long status, int minute) {
        var json = """
                {"id":%d,"id_label":"A%d","created_at":%d,"modified_at":%d,"status":{"id":%d,"name":"x","group":1},\
                "branch_id":%d,"price":%d.50,"discount_sum":0E+3,"parts":[],"operations":[]}""".formatted(
                        order,
                        order,
                        CREATED.toEpochMilli(),
                        minute(minute).toEpochMilli(),
                        status,
                        order == ELSEWHERE ? 2 : 1,
                        100 + order);
        return event(order, minute)
                .setPayload(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    OrderEvent gone(long order, int minute) {
        return event(order, minute).setKind(OrderEventKind.DELETED).build();
    }

    private OrderEvent.Builder event(long order, int minute) {
        return OrderEvent.newBuilder()
                .setConnectorId(id)
                .setOrderId(order)
                .setKind(OrderEventKind.SNAPSHOT)
                .setSource(OrderEventSource.POLL)
                .setApi(ApiVersion.V1)
                .setModifiedAt(minute(minute))
                .setObservedAt(minute(minute).plusSeconds(5))
                .setPayload(ByteBuffer.allocate(0));
    }

    private static Instant minute(int minute) {
        return CREATED.plusSeconds(60L * minute);
    }
}
