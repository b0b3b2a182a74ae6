package remfunnel.funnel;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;

/** Fields computed from other fields; such a field is missing when a value it is computed from is missing. */
final class Derivation {
    private final OrderBuilder order;

    private Derivation(OrderBuilder order) {
        this.order = order;
    }

    static void apply(Api api, OrderBuilder order) {
        var derivation = new Derivation(order);
        switch (api) {
            case V1 -> derivation.minus(OrderField.TOTAL, OrderField.PRICE, OrderField.DISCOUNT_SUM);
            case V2 -> derivation.plus(OrderField.PRICE, OrderField.PARTS_PRICE, OrderField.OPERATIONS_PRICE);
        }
        derivation.minus(OrderField.DEBT, OrderField.TOTAL, OrderField.PAID);
        derivation.plus(OrderField.COST, OrderField.PARTS_COST, OrderField.OPERATIONS_COST);
    }

    private void minus(OrderField result, OrderField from, OrderField what) {
        set(result, from, what, BigDecimal::subtract);
    }

    private void plus(OrderField result, OrderField one, OrderField other) {
        set(result, one, other, BigDecimal::add);
    }

    private void set(OrderField result, OrderField left, OrderField right, BinaryOperator<BigDecimal> operation) {
        order.set(
                result,
                order.get(left, BigDecimal.class)
                        .flatMap(one -> order.get(right, BigDecimal.class)
                                .flatMap(other -> Decimals.bounded(operation.apply(one, other)))));
    }
}
