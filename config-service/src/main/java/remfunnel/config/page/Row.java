package remfunnel.config.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import remfunnel.FunnelFact;

/** An order as a list shows it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Row(
        long id,
        Optional<String> number,
        long status,
        String stage,
        Optional<Long> location,
        Optional<BigDecimal> revenue,
        Optional<BigDecimal> cost,
        Instant created,
        Instant entered) {
    static Row of(FunnelFact fact) {
        return new Row(
                fact.getOrderId(),
                Optional.ofNullable(fact.getOrderNumber()),
                fact.getStatusId(),
                fact.getStageId().intern(),
                Optional.ofNullable(fact.getLocationId()),
                Optional.ofNullable(fact.getRevenue()),
                Optional.ofNullable(fact.getCost()),
                fact.getCreatedAt(),
                fact.getEnteredBy());
    }
}
