package remfunnel.systemtests.kills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.StageTransition;

/** A cell of the totals: orders that stand in a stage and their money, and those that ever entered it. */
record Sums(long orders, long entered, BigDecimal revenue, BigDecimal cost, long withoutRevenue, long withoutCost) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    /** By the key of the total, added up from facts and transitions. */
    static Map<String, Sums> of(Map<Long, FunnelFact> facts, Collection<StageTransition> transitions) {
        Map<String, Sums> sums = new TreeMap<>();
        facts.values().forEach(fact -> sums.merge(cell(fact, fact.getStageId()), standing(fact), Sums::plus));
        transitions.stream()
                .filter(StageTransition::getFirstEntry)
                .forEach(each ->
                        sums.merge(cell(facts.get(each.getOrderId()), each.getToStageId()), entering(), Sums::plus));
        return sums;
    }

    static Sums of(FunnelTotal total) {
        return new Sums(
                total.getOrders(),
                total.getEntered(),
                total.getRevenue(),
                total.getCost(),
                total.getWithoutRevenue(),
                total.getWithoutCost());
    }

    private static String cell(FunnelFact fact, String stage) {
        var location = fact.getLocationId();
        return String.join(
                "/",
                fact.getConnectorId(),
                LocalDate.ofInstant(fact.getCreatedAt(), ZONE).toString(),
                location == null ? "-" : location.toString(),
                stage);
    }

    private static Sums standing(FunnelFact fact) {
        return new Sums(
                1,
                0,
                fact.getRevenue() == null ? zero() : fact.getRevenue(),
                fact.getCost() == null ? zero() : fact.getCost(),
                fact.getRevenue() == null ? 1 : 0,
                fact.getCost() == null ? 1 : 0);
    }

    private static Sums entering() {
        return new Sums(0, 1, zero(), zero(), 0, 0);
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(4);
    }

    private Sums plus(Sums other) {
        return new Sums(
                orders + other.orders,
                entered + other.entered,
                revenue.add(other.revenue),
                cost.add(other.cost),
                withoutRevenue + other.withoutRevenue,
                withoutCost + other.withoutCost);
    }
}
