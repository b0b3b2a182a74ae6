package remfunnel.config.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Total;

/**
 * What several readings made of a connector. Only a reading that finds a cell right clears it: an error may grow with each order, and a
 * reading that cuts through a transaction shows an error that stays by another amount.
 *
 * @param last the last reading
 * @param transitionsWithoutFact the fewest of all readings
 * @param suspects the cells that no reading found right, with what each reading found
 */
record AuditedConnector(CountedConnector last, long transitionsWithoutFact, Map<Cell, List<Difference>> suspects) {
    static AuditedConnector of(CountedConnector first) {
        Map<Cell, List<Difference>> suspects = new HashMap<>();
        first.differences().forEach((cell, difference) -> suspects.put(cell, List.of(difference)));
        return new AuditedConnector(first, first.transitionsWithoutFact(), Map.copyOf(suspects));
    }

    /** One that no earlier reading met: there is nothing to confirm. */
    static AuditedConnector metLater(CountedConnector counted) {
        return new AuditedConnector(counted, 0, Map.of());
    }

    AuditedConnector then(CountedConnector later) {
        Map<Cell, List<Difference>> still = new HashMap<>();
        suspects.forEach((cell, found) -> Optional.ofNullable(
                        later.differences().get(cell))
                .ifPresent(again -> still.put(cell, plus(found, again))));
        return new AuditedConnector(
                later, Math.min(transitionsWithoutFact, later.transitionsWithoutFact()), Map.copyOf(still));
    }

    private static List<Difference> plus(List<Difference> found, Difference again) {
        List<Difference> all = new ArrayList<>(found);
        all.add(again);
        return List.copyOf(all);
    }

    boolean agrees() {
        return suspects.isEmpty() && transitionsWithoutFact == 0;
    }

    /** The cells that two readings found wrong by the same, as the last of these readings has them. */
    List<Difference> wrong() {
        return suspects.values().stream()
                .flatMap(found -> repeated(found).stream())
                .toList();
    }

    List<Doubt> inDoubt() {
        return suspects.entrySet().stream()
                .filter(each -> repeated(each.getValue()).isEmpty())
                .map(each -> new Doubt(each.getKey(), amounts(each.getValue()).toList()))
                .toList();
    }

    private static Optional<Difference> repeated(List<Difference> found) {
        return found.reversed().stream()
                .filter(one -> amounts(found).filter(one.by()::equals).count() > 1)
                .findFirst();
    }

    private static Stream<Total> amounts(List<Difference> found) {
        return found.stream().map(Difference::by);
    }
}
