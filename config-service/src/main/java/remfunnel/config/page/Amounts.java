package remfunnel.config.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.FunnelFact;

/** What an order brings in and costs: money in ten-thousandths where a long holds it, which is nearly always and takes a fifth of the memory. */
sealed interface Amounts {
    int SCALE = 4;

    Optional<BigDecimal> revenue();

    Optional<BigDecimal> cost();

    static Amounts of(FunnelFact fact) {
        var exact = new Exact(Optional.ofNullable(fact.getRevenue()), Optional.ofNullable(fact.getCost()));
        return exact.isSmall() ? new Small(Small.packed(exact.revenue), Small.packed(exact.cost)) : exact;
    }

    record Exact(Optional<BigDecimal> revenue, Optional<BigDecimal> cost) implements Amounts {
        private boolean isSmall() {
            return Stream.of(revenue, cost).flatMap(Optional::stream).allMatch(Small::holds);
        }
    }

    record Small(long packedRevenue, long packedCost) implements Amounts {
        private static final long NONE = Long.MIN_VALUE;
        private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE, SCALE);

        private static boolean holds(BigDecimal amount) {
            return amount.scale() == SCALE && amount.abs().compareTo(MOST) <= 0;
        }

        private static long packed(Optional<BigDecimal> amount) {
            return amount.map(it -> it.unscaledValue().longValueExact()).orElse(NONE);
        }

        private static Optional<BigDecimal> unpacked(long packed) {
            return packed == NONE ? Optional.empty() : Optional.of(BigDecimal.valueOf(packed, SCALE));
        }

        @Override
        public Optional<BigDecimal> revenue() {
            return unpacked(packedRevenue);
        }

        @Override
        public Optional<BigDecimal> cost() {
            return unpacked(packedCost);
        }
    }
}
