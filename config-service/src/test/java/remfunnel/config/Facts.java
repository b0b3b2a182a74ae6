package remfunnel.config;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import remfunnel.FactIssue;
import remfunnel.FunnelFact;
import remfunnel.Marker;
import remfunnel.Precision;

/** Facts as the transform would write them. */
public final class Facts {
    private Facts() {}

    public static FunnelFact of(String connector, long order) {
        return of(connector, order, "100.0000");
    }

    static FunnelFact of(String connector, long order, String revenue) {
        return FunnelFact.newBuilder()
                .setConnectorId(connector)
                .setOrderId(order)
                .setOrderNumber("A-" + order)
                .setStatusId(900_101)
                .setStatusName("Новый, «срочно»")
                .setStageId("inquiry")
                .setStageTitle("Обращения")
                .setStagePosition(0)
                .setMarker(Marker.INITIAL)
                .setRevenue(new BigDecimal(revenue))
                .setCurrency("RUB")
                .setCreatedAt(Instant.parse("2024-01-02T03:04:05.006Z"))
                .setModifiedAt(Instant.parse("2024-01-02T03:04:05Z"))
                .setEnteredBy(Instant.parse("2024-01-02T03:04:05Z"))
                .setEnteredPrecision(Precision.EXACT)
                .setDimensions(Map.of("manager", "1", "brand", "Acme \"X\""))
                .setIssues(List.of(new FactIssue("MISSING_VALUE", "cost", "no cost")))
                .build();
    }
}
