package remfunnel.funnel.plan;

import java.math.BigDecimal;
import java.util.Optional;
import remfunnel.funnel.Judgement;

/** What orders of a funnel come to. An amount that an order lacks counts as 0 and is counted. Immutable. */
public record Sums(long orders, BigDecimal revenue, BigDecimal cost, long withoutRevenue, long withoutCost) {
    public static final Sums NONE = new Sums(0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    public BigDecimal margin() {
        return revenue.subtract(cost);
    }

    Sums plus(Judgement.Passed order) {
        return new Sums(
                orders + 1,
                revenue.add(amount(order.revenue())),
                cost.add(amount(order.cost())),
                withoutRevenue + (order.revenue().isPresent() ? 0 : 1),
                withoutCost + (order.cost().isPresent() ? 0 : 1));
    }

    private static BigDecimal amount(Optional<BigDecimal> amount) {
        return amount.orElse(BigDecimal.ZERO);
    }
}
