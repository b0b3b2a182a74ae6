package remfunnel.config.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import remfunnel.Direction;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.Precision;
import remfunnel.StageTransition;

/** Records of a shop, with only what its totals depend on. */
public final class Shop {
    private Shop() {}

    public static FunnelFact.Builder fact(String connector, long order, String stage) {
        return FunnelFact.newBuilder()
                .setConnectorId(connector)
                .setOrderId(order)
                .setStatusId(1)
                .setStageId(stage)
                .setStageTitle(stage)
                .setStagePosition(0)
                .setCurrency("RUB")
                .setRevenue(new BigDecimal("10.0000"))
                .setCost(new BigDecimal("4.0000"))
                .setCreatedAt(Instant.parse("2024-01-02T03:04:05Z"))
                .setModifiedAt(Instant.parse("2024-01-02T03:04:05Z"))
                .setEnteredBy(Instant.parse("2024-01-02T03:04:05Z"))
                .setEnteredPrecision(Precision.EXACT)
                .setDimensions(Map.of())
                .setIssues(List.of());
    }

    public static StageTransition transition(String connector, long order, int n, String stage) {
        return StageTransition.newBuilder()
                .setConnectorId(connector)
                .setOrderId(order)
                .setN(n)
                .setToStageId(stage)
                .setDirection(Direction.ENTER)
                .setEnteredBy(Instant.parse("2024-01-02T03:04:05Z"))
                .setPrecision(Precision.EXACT)
                .setFirstEntry(true)
                .build();
    }

    /** Of so many orders as {@link #fact} makes them, all in the stage, of a day. */
    public static FunnelTotal total(String connector, String day, String stage, long orders) {
        return FunnelTotal.newBuilder()
                .setConnectorId(connector)
                .setDay(LocalDate.parse(day))
                .setStageId(stage)
                .setOrders(orders)
                .setEntered(orders)
                .setRevenue(new BigDecimal("10.0000").multiply(BigDecimal.valueOf(orders)))
                .setCost(new BigDecimal("4.0000").multiply(BigDecimal.valueOf(orders)))
                .setWithoutRevenue(0)
                .setWithoutCost(0)
                .build();
    }
}
