package remfunnel.funnel.totals;

import java.math.BigDecimal;

/**
 * The sums of one cell, or what changes them. Amounts are in the connector's currency.
 *
 * @param orders now in the stage
 * @param entered orders in the funnel that ever entered the stage
 * @param revenue of the orders now in the stage; an order without one counts as 0 here and in {@code withoutRevenue}
 * @param cost likewise
 */
public record Total(
        long orders, long entered, BigDecimal revenue, BigDecimal cost, long withoutRevenue, long withoutCost) {
    public static final Total NONE = new Total(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    /** An order that entered the stage once, whether or not it is there now. */
    static final Total ENTERED = new Total(0, 1, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    public Total {
        revenue = revenue.stripTrailingZeros();
        cost = cost.stripTrailingZeros();
    }

    public Total plus(Total other) {
        return new Total(
                orders + other.orders,
                entered + other.entered,
                revenue.add(other.revenue),
                cost.add(other.cost),
                withoutRevenue + other.withoutRevenue,
                withoutCost + other.withoutCost);
    }

    public Total negated() {
        return new Total(-orders, -entered, revenue.negate(), cost.negate(), -withoutRevenue, -withoutCost);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
