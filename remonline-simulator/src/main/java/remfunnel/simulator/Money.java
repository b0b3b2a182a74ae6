package remfunnel.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The sums of an order's lines, and the ways RemOnline prints an amount. */
record Money(BigDecimal price, BigDecimal discount, BigDecimal partsCost, BigDecimal operationsCost) {
    private static final BigDecimal ZERO_COST = new BigDecimal("0E+3");

    static Money of(List<Line> lines) {
        var price = BigDecimal.ZERO;
        var discount = BigDecimal.ZERO;
        var parts = BigDecimal.ZERO;
        var operations = BigDecimal.ZERO;
        for (var line : lines) {
            price = price.add(line.gross());
            discount = discount.add(line.discount());
            parts = line.part() ? parts.add(line.fullCost()) : parts;
            operations = line.part() ? operations : operations.add(line.fullCost());
        }
        return new Money(cents(price), discount, parts, operations);
    }

    BigDecimal total() {
        return price.subtract(discount);
    }

    long totalKopecks() {
        return kopecks(total());
    }

    static long kopecks(BigDecimal amount) {
        return amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** {@code 6650.0}: at least one decimal, no more than it needs. */
    static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1, RoundingMode.UNNECESSARY) : stripped;
    }

    /** {@code 650.00000}, the scale of a line in the database, with zero as {@code 0E+3}. */
    static BigDecimal unitCost(BigDecimal amount) {
        return amount.signum() == 0 ? ZERO_COST : unitPrice(amount);
    }

    static BigDecimal unitPrice(BigDecimal amount) {
        return amount.setScale(5, RoundingMode.HALF_UP);
    }

    static BigDecimal amount(BigDecimal amount) {
        return amount.setScale(3, RoundingMode.HALF_UP);
    }

    static String text(BigDecimal amount) {
        return cents(amount).toPlainString();
    }
}
