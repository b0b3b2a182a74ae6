package remfunnel.funnel;

import java.math.BigDecimal;
import java.util.Optional;

/** What lines sum up to: unit price or cost times amount; a sum is missing when a value of one of its lines is. */
final class LineSums {
    private Optional<BigDecimal> price = Optional.of(BigDecimal.ZERO);
    private Optional<BigDecimal> cost = Optional.of(BigDecimal.ZERO);

    void add(Line line) {
        price = plus(price, line.price(), line.amount());
        cost = plus(cost, line.cost(), line.amount());
    }

    /** A line that cannot be read. */
    void spoil() {
        price = Optional.empty();
        cost = Optional.empty();
    }

    void putInto(OrderBuilder order, OrderField priceField, OrderField costField) {
        order.set(priceField, price.flatMap(Decimals::bounded));
        order.set(costField, cost.flatMap(Decimals::bounded));
    }

    private static Optional<BigDecimal> plus(
            Optional<BigDecimal> sum, Optional<BigDecimal> unit, Optional<BigDecimal> amount) {
        return sum.isPresent() && unit.isPresent() && amount.isPresent()
                ? Optional.of(sum.get().add(unit.get().multiply(amount.get())))
                : Optional.empty();
    }
}
