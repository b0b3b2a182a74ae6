package remfunnel.systemtests.wire;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import remfunnel.ApiToken;
import remfunnel.ApiVersion;
import remfunnel.AuditEntry;
import remfunnel.Checkpoint;
import remfunnel.CoefficientSettings;
import remfunnel.CoefficientValue;
import remfunnel.Component;
import remfunnel.ConditionAction;
import remfunnel.ConditionOperator;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.Direction;
import remfunnel.Draft;
import remfunnel.EncryptedSecret;
import remfunnel.FactIssue;
import remfunnel.FilterCondition;
import remfunnel.FilterMatch;
import remfunnel.FilterSettings;
import remfunnel.FunnelConfig;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.Marker;
import remfunnel.OrderEvent;
import remfunnel.OrderEventKind;
import remfunnel.OrderEventSource;
import remfunnel.Precision;
import remfunnel.Progress;
import remfunnel.Role;
import remfunnel.SeenOrder;
import remfunnel.SourceSettings;
import remfunnel.StageSettings;
import remfunnel.StageTransition;
import remfunnel.StatusesSeen;
import remfunnel.UnmappedPolicy;
import remfunnel.User;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

/** A record of every type that our topics carry, with every kind of field filled. */
final class OneOfEach {
    static final Instant THEN = Instant.parse("2026-03-29T01:59:59.123Z");

    private OneOfEach() {}

    /** A topic and what is written to it. */
    record Sample<V extends SpecificRecord>(Topic<V> topic, V value) {
        @Override
        public String toString() {
            return topic.name();
        }
    }

    static List<Sample<?>> all() {
        return List.of(
                new Sample<>(Topics.CONFIG, config()),
                new Sample<>(Topics.CONFIG_ACTIVE, config()),
                new Sample<>(Topics.CREDENTIALS, new EncryptedSecret("shop", bytes(1, -2, 3), THEN, "test")),
                new Sample<>(Topics.STATUS, status()),
                new Sample<>(Topics.ORDERS, event()),
                new Sample<>(Topics.DICTIONARIES, name()),
                new Sample<>(Topics.CHECKPOINTS, checkpoint()),
                new Sample<>(Topics.FACTS, fact()),
                new Sample<>(Topics.TRANSITIONS, transition()),
                new Sample<>(Topics.TOTALS, total()),
                new Sample<>(
                        Topics.USERS,
                        new User("vera", Role.VIEWER, "$2a$", true, 1L, THEN, "admin", "https://login.example.com 7")),
                new Sample<>(Topics.TOKENS, new ApiToken("t1", "bi", Role.VIEWER, bytes(1, -2, 3), THEN, "admin")),
                new Sample<>(Topics.AUDIT, new AuditEntry(THEN, "vera", "PUT", "/api", 403, "::1")),
                new Sample<>(Topics.DRAFTS, new Draft("shop", "vera", 7L, "{}", THEN)),
                new Sample<>(Topics.STATUSES_SEEN, new StatusesSeen("shop", Map.of("1", "Новый"), THEN, "vera")));
    }

    static FunnelFact fact() {
        return FunnelFact.newBuilder()
                .setConnectorId("shop")
                .setOrderId(60_000_001L)
                .setOrderNumber("A-1")
                .setStatusId(900_106L)
                .setStageId("paid")
                .setStageTitle("Оплачен")
                .setStagePosition(2)
                .setMarker(Marker.SUCCESS)
                .setRevenue(new BigDecimal("6650.1250"))
                .setCost(new BigDecimal("-0.0001"))
                .setCurrency("RUB")
                .setCreatedAt(THEN)
                .setModifiedAt(THEN.plusSeconds(1))
                .setEnteredBy(THEN.plusSeconds(1))
                .setEnteredPrecision(Precision.INFERRED)
                .setDimensions(Map.of("manager", "310001"))
                .setIssues(List.of(new FactIssue("DIVISION_BY_ZERO", "revenue", "делится на ноль")))
                .build();
    }

    private static FunnelConfig config() {
        return FunnelConfig.newBuilder()
                .setConnectorId("shop")
                .setTitle("Мастерская")
                .setSource(new SourceSettings(ApiVersion.V2, "https://api.roapp.io", 30_000L, THEN))
                .setTimeZone("Europe/Moscow")
                .setCurrency("RUB")
                .setFilter(new FilterSettings(
                        FilterMatch.ANY,
                        List.of(new FilterCondition(
                                ConditionAction.EXCLUDE, "location", ConditionOperator.EQUALS, List.of("120001")))))
                .setStages(List.of(new StageSettings("paid", "Оплачен", Marker.SUCCESS, List.of(900_106L))))
                .setUnmapped(UnmappedPolicy.DROP)
                .setRevenue("[Сумма заказа] * acquiring")
                .setCoefficients(List.of(new CoefficientSettings(
                        "acquiring", List.of(new CoefficientValue(LocalDate.parse("2024-01-01"), "0.021")))))
                .setUpdatedAt(THEN)
                .setUpdatedBy("test")
                .build();
    }

    private static ConnectorStatus status() {
        return ConnectorStatus.newBuilder()
                .setConnectorId("shop")
                .setComponent(Component.INGEST)
                .setState(ConnectorState.SYNCING)
                .setMessage("")
                .setProgress(new Progress(3L, 7L))
                .setCounters(Map.of("published", 3L))
                .setAt(THEN)
                .build();
    }

    private static OrderEvent event() {
        return OrderEvent.newBuilder()
                .setConnectorId("shop")
                .setOrderId(60_000_001L)
                .setKind(OrderEventKind.SNAPSHOT)
                .setSource(OrderEventSource.BACKFILL)
                .setApi(ApiVersion.V1)
                .setModifiedAt(THEN)
                .setObservedAt(THEN)
                .setChangedAfter(THEN.minusSeconds(30))
                .setPayload(bytes('{', '}'))
                .build();
    }

    private static DictionaryEntry name() {
        return new DictionaryEntry(
                "shop", DictionaryKind.STATUS, "900101", "Новый", Map.of("group", "1", "color", "#1E79C7"), false);
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.newBuilder()
                .setConnectorId("shop")
                .setSourceFingerprint("f")
                .setLiveFrom(THEN)
                .setCompleteUntil(THEN)
                .setOverlap(List.of(new SeenOrder(60_000_001L, THEN, bytes(9, 9))))
                .build();
    }

    private static StageTransition transition() {
        return StageTransition.newBuilder()
                .setConnectorId("shop")
                .setOrderId(60_000_001L)
                .setN(0)
                .setToStageId("paid")
                .setToMarker(Marker.FAILURE)
                .setDirection(Direction.REOPEN)
                .setEnteredBy(THEN)
                .setPrecision(Precision.BOUNDED)
                .setDwellMs(5L)
                .setFirstEntry(true)
                .build();
    }

    private static FunnelTotal total() {
        return FunnelTotal.newBuilder()
                .setConnectorId("shop")
                .setDay(LocalDate.parse("2026-03-29"))
                .setStageId("_unmapped")
                .setOrders(2)
                .setEntered(3)
                .setRevenue(new BigDecimal("9999999999999999.9999"))
                .setCost(new BigDecimal("0.0000"))
                .setWithoutRevenue(0)
                .setWithoutCost(1)
                .build();
    }

    private static ByteBuffer bytes(int... values) {
        var buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }
}
