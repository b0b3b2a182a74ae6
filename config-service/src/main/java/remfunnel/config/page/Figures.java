package remfunnel.config.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.OptionalLong;
import remfunnel.FunnelTotal;

/**
 * What orders add up to; money is text, as everywhere in REST.
 *
 * @param reached how many came as far as a stage, where these are a stage's: see {@link Way}
 */
record Figures(
        long orders,
        long entered,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalLong reached,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal revenue,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cost,
        @JsonProperty("without-revenue") long withoutRevenue,
        @JsonProperty("without-cost") long withoutCost) {
    static final Figures NONE = new Figures(0, 0, OptionalLong.empty(), BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    static Figures of(FunnelTotal total) {
        return new Figures(
                total.getOrders(),
                total.getEntered(),
                OptionalLong.empty(),
                total.getRevenue(),
                total.getCost(),
                total.getWithoutRevenue(),
                total.getWithoutCost());
    }

    /** Of the amounts that are known; those that are not count as nothing in it. */
    @JsonProperty("margin")
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    BigDecimal margin() {
        return revenue.subtract(cost);
    }

    Figures plus(Figures other) {
        return new Figures(
                orders + other.orders,
                entered + other.entered,
                OptionalLong.empty(),
                revenue.add(other.revenue),
                cost.add(other.cost),
                withoutRevenue + other.withoutRevenue,
                withoutCost + other.withoutCost);
    }

    Figures reachedBy(long count) {
        return new Figures(orders, entered, OptionalLong.of(count), revenue, cost, withoutRevenue, withoutCost);
    }
}
