package remfunnel.transform.topology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.kafka.common.serialization.Serializer;
import remfunnel.FunnelTotal;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;
import remfunnel.schemas.Topics;

/** Writes a total as a record. */
final class TotalWriter {
    private static final int SCALE = 4;

    /** The largest amount that a decimal(20,4) holds. */
    private static final BigDecimal MOST = new BigDecimal("9999999999999999.9999");

    private final Serializer<FunnelTotal> totals;

    TotalWriter(Serializer<FunnelTotal> totals) {
        this.totals = totals;
    }

    record Row(String connector, Cell cell, Total total) {}

    byte[] write(Row row) {
        var total = row.total();
        return totals.serialize(
                Topics.TOTALS.name(),
                FunnelTotal.newBuilder()
                        .setConnectorId(row.connector())
                        .setDay(row.cell().day())
                        .setLocationId(row.cell().location().orElse(null))
                        .setStageId(row.cell().stageId())
                        .setOrders(total.orders())
                        .setEntered(total.entered())
                        .setRevenue(amount(total.revenue()))
                        .setCost(amount(total.cost()))
                        .setWithoutRevenue(total.withoutRevenue())
                        .setWithoutCost(total.withoutCost())
                        .build());
    }

    /** A sum that the record cannot hold is shown as the most it can: state goes on with the exact one. */
    private static BigDecimal amount(BigDecimal sum) {
        return sum.min(MOST).max(MOST.negate()).setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    void close() {
        totals.close();
    }
}
