package remfunnel.config.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.StageTransition;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;

/**
 * Adds up one connector anew: all of its facts first, then its transitions, then its totals. It knows nothing of how the transform does
 * it, and does not believe {@code first_entry} either.
 */
final class Recount {
    /** The largest amount that a record holds: a sum beyond it is shown as this. */
    private static final BigDecimal MOST = new BigDecimal("9999999999999999.9999");

    private final ZoneId zone;
    private final LongIndex orders = new LongIndex();
    private final LongIndex entries = new LongIndex();
    private final Map<String, Integer> stages = new HashMap<>();
    private final Map<Place, Integer> placeNumbers = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<Cell, Total> counted = new HashMap<>();
    private final Map<Cell, Total> told = new HashMap<>();
    private int[] placeOfOrder = new int[16];
    private long transitions;
    private long transitionsWithoutFact;

    /** Where an order counts, whatever its stage. */
    private record Place(LocalDate day, Optional<Long> location) {
        Cell in(String stage) {
            return new Cell(day, location, stage);
        }
    }

    Recount(ZoneId zone) {
        this.zone = zone;
    }

    void fact(FunnelFact fact) {
        Place place =
                new Place(fact.getCreatedAt().atZone(zone).toLocalDate(), Optional.ofNullable(fact.getLocationId()));
        int order = orders.add(fact.getOrderId());
        if (order >= placeOfOrder.length) {
            placeOfOrder = Arrays.copyOf(placeOfOrder, 2 * placeOfOrder.length);
        }
        placeOfOrder[order] = number(place);
        counted.merge(place.in(fact.getStageId()), standing(fact), Total::plus);
    }

    private int number(Place place) {
        Integer known = placeNumbers.putIfAbsent(place, places.size());
        if (known == null) {
            places.add(place);
        }
        return known == null ? places.size() - 1 : known;
    }

    private static Total standing(FunnelFact fact) {
        Optional<BigDecimal> revenue = Optional.ofNullable(fact.getRevenue());
        Optional<BigDecimal> cost = Optional.ofNullable(fact.getCost());
        return new Total(
                1,
                0,
                revenue.orElse(BigDecimal.ZERO),
                cost.orElse(BigDecimal.ZERO),
                revenue.isPresent() ? 0 : 1,
                cost.isPresent() ? 0 : 1);
    }

    void transition(StageTransition transition) {
        transitions++;
        int order = orders.find(transition.getOrderId());
        if (order == LongIndex.ABSENT) {
            transitionsWithoutFact++;
        } else if (isFirst(order, transition.getToStageId())) {
            Cell cell = places.get(placeOfOrder[order]).in(transition.getToStageId());
            counted.merge(cell, new Total(0, 1, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0), Total::plus);
        }
    }

    private boolean isFirst(int order, String stage) {
        int number = stages.computeIfAbsent(stage, it -> stages.size());
        int known = entries.size();
        return entries.add(((long) order << 32) | number) == known;
    }

    void total(FunnelTotal total) {
        Cell cell = new Cell(total.getDay(), Optional.ofNullable(total.getLocationId()), total.getStageId());
        Total value = new Total(
                total.getOrders(),
                total.getEntered(),
                total.getRevenue(),
                total.getCost(),
                total.getWithoutRevenue(),
                total.getWithoutCost());
        told.merge(cell, value, Total::plus);
    }

    CountedConnector counted() {
        Map<Cell, Difference> differences = new HashMap<>();
        counted.forEach((cell, total) -> compare(cell, Optional.of(shown(total)), differences));
        told.keySet().stream()
                .filter(cell -> !counted.containsKey(cell))
                .forEach(cell -> compare(cell, Optional.empty(), differences));
        return new CountedConnector(
                orders.size(), transitions, transitionsWithoutFact, told.size(), Map.copyOf(differences));
    }

    private void compare(Cell cell, Optional<Total> shouldBe, Map<Cell, Difference> differences) {
        Optional<Total> is = Optional.ofNullable(told.get(cell));
        if (!is.equals(shouldBe)) {
            differences.put(cell, new Difference(cell, is, shouldBe));
        }
    }

    private static Total shown(Total total) {
        return new Total(
                total.orders(),
                total.entered(),
                total.revenue().min(MOST).max(MOST.negate()),
                total.cost().min(MOST).max(MOST.negate()),
                total.withoutRevenue(),
                total.withoutCost());
    }
}
