package remfunnel.simulator;

import java.math.BigDecimal;

/** A line of an order: a part or an operation, with unit price, unit cost and the discount of the whole line. */
public record Line(
        long id,
        boolean part,
        long entityId,
        String title,
        BigDecimal amount,
        BigDecimal price,
        BigDecimal cost,
        BigDecimal discount,
        int engineerId) {

    public static Line part(String title, String amount, String price, String cost) {
        return of(true, title, amount, new BigDecimal(price), new BigDecimal(cost));
    }

    public static Line operation(String title, String amount, String price, String cost) {
        return of(false, title, amount, new BigDecimal(price), new BigDecimal(cost));
    }

    private static Line of(boolean part, String title, String amount, BigDecimal price, BigDecimal cost) {
        return new Line(0, part, 0, title, new BigDecimal(amount), price, cost, BigDecimal.ZERO, 310002);
    }

    public Line withDiscount(String value) {
        return new Line(id, part, entityId, title, amount, price, cost, new BigDecimal(value), engineerId);
    }

    Line numbered(long lineId) {
        long entity = entityId == 0 ? 41_900_000L + lineId % 1000 : entityId;
        return new Line(lineId, part, entity, title, amount, price, cost, discount, engineerId);
    }

    BigDecimal gross() {
        return price.multiply(amount);
    }

    BigDecimal fullCost() {
        return cost.multiply(amount);
    }
}
