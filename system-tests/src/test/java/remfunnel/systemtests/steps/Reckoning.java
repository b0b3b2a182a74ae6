package remfunnel.systemtests.steps;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** What the formulas of the cases come to, worked out by hand from the simulator's true figures. */
enum Reckoning {
    /** {@code total} and {@code parts_cost}. */
    TOTAL_AND_PARTS {
        @Override
        Optional<BigDecimal> revenue(Map<String, Object> order) {
            return total(order).flatMap(Reckoning::money);
        }

        @Override
        Optional<BigDecimal> cost(Map<String, Object> order) {
            return money(amount(order, "parts_cost"));
        }
    },
    /** {@code total} alone. */
    TOTAL_ONLY {
        @Override
        Optional<BigDecimal> revenue(Map<String, Object> order) {
            return TOTAL_AND_PARTS.revenue(order);
        }

        @Override
        Optional<BigDecimal> cost(Map<String, Object> order) {
            return Optional.empty();
        }
    },
    /** {@code total} and {@code parts_cost + total * acquiring}, which was 2.1 and is 2.4 % from July 2025 in Moscow. */
    ACQUIRING {
        @Override
        Optional<BigDecimal> revenue(Map<String, Object> order) {
            return TOTAL_AND_PARTS.revenue(order);
        }

        @Override
        Optional<BigDecimal> cost(Map<String, Object> order) {
            var day = LocalDate.ofInstant(created(order), ZoneId.of("Europe/Moscow"));
            var rate = new BigDecimal(day.isBefore(LocalDate.of(2025, 7, 1)) ? "0.021" : "0.024");
            return total(order)
                    .flatMap(total -> money(amount(order, "parts_cost").add(total.multiply(rate))));
        }
    },
    /** {@code max(total - cost, 0) / 3} and {@code [Сумма заказа] * 0.94 - if(total > 5000, 100, 0)}. */
    SHARES {
        @Override
        Optional<BigDecimal> revenue(Map<String, Object> order) {
            var cost = amount(order, "parts_cost").add(amount(order, "operations_cost"));
            return total(order)
                    .map(total -> total.subtract(cost).max(BigDecimal.ZERO))
                    .map(left -> left.divide(new BigDecimal(3), 4, RoundingMode.HALF_UP));
        }

        @Override
        Optional<BigDecimal> cost(Map<String, Object> order) {
            return total(order).flatMap(total -> {
                var fee = total.compareTo(new BigDecimal(5000)) > 0 ? new BigDecimal(100) : BigDecimal.ZERO;
                return money(total.multiply(new BigDecimal("0.94")).subtract(fee));
            });
        }
    };

    abstract Optional<BigDecimal> revenue(Map<String, Object> order);

    abstract Optional<BigDecimal> cost(Map<String, Object> order);

    static Instant created(Map<String, Object> order) {
        return Instant.ofEpochSecond(amount(order, "created_at").longValueExact());
    }

    /** Missing where the source does not tell the discount. */
    private static Optional<BigDecimal> total(Map<String, Object> order) {
        return order.containsKey("discount_sum")
                ? Optional.of(amount(order, "price").subtract(amount(order, "discount_sum")))
                : Optional.empty();
    }

    private static BigDecimal amount(Map<String, Object> order, String name) {
        return new BigDecimal(order.get(name).toString());
    }

    private static Optional<BigDecimal> money(BigDecimal exact) {
        return Optional.of(exact.setScale(4, RoundingMode.HALF_UP));
    }
}
