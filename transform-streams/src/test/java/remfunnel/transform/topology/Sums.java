package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.StageTransition;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topics;

/** Adds facts and transitions up by itself, and compares that with what funnel.totals says. */
final class Sums {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final Map<String, FunnelTotal.Builder> expected = new HashMap<>();

    private Sums() {}

    static void check(Lab lab) {
        var sums = new Sums();
        var facts = lab.values(Topics.FACTS, lab.table());
        facts.values().forEach(sums::stand);
        sums.enter(facts, lab.values(Topics.TRANSITIONS).values());

        Map<String, FunnelTotal> expected = new HashMap<>();
        sums.expected.forEach((key, total) -> expected.put(key, total.build()));
        assertThat(lab.values(Topics.TOTALS)).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private void stand(FunnelFact fact) {
        var total = cell(fact, fact.getStageId());
        total.setOrders(total.getOrders() + 1);
        total.setRevenue(total.getRevenue().add(orNothing(fact.getRevenue())));
        total.setCost(total.getCost().add(orNothing(fact.getCost())));
        total.setWithoutRevenue(total.getWithoutRevenue() + (fact.getRevenue() == null ? 1 : 0));
        total.setWithoutCost(total.getWithoutCost() + (fact.getCost() == null ? 1 : 0));
    }

    private void enter(Map<String, FunnelFact> facts, Collection<StageTransition> transitions) {
        Set<String> entered = new HashSet<>();
        for (var transition : transitions) {
            var order = Keys.order(transition.getConnectorId(), transition.getOrderId());
            assertThat(facts).containsKey(order);
            assertThat(entered.add(order + ' ' + transition.getToStageId())).isEqualTo(transition.getFirstEntry());
            if (transition.getFirstEntry()) {
                var total = cell(facts.get(order), transition.getToStageId());
                total.setEntered(total.getEntered() + 1);
            }
        }
    }

    private FunnelTotal.Builder cell(FunnelFact fact, String stage) {
        var day = LocalDate.ofInstant(fact.getCreatedAt(), ZONE);
        var location = Optional.ofNullable(fact.getLocationId());
        return expected.computeIfAbsent(
                Keys.total(fact.getConnectorId(), day, location, stage),
                key -> FunnelTotal.newBuilder()
                        .setConnectorId(fact.getConnectorId())
                        .setDay(day)
                        .setLocationId(location.orElse(null))
                        .setStageId(stage)
                        .setOrders(0)
                        .setEntered(0)
                        .setRevenue(orNothing(null))
                        .setCost(orNothing(null))
                        .setWithoutRevenue(0)
                        .setWithoutCost(0));
    }

    private static BigDecimal orNothing(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO.setScale(4) : amount;
    }
}
