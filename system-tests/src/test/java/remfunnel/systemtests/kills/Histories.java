package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import remfunnel.FunnelFact;
import remfunnel.StageTransition;
import remfunnel.systemtests.history.SeenChanges;
import remfunnel.systemtests.history.TrueHistory;

/** What the transitions of each order have to be: the shop's own history of it, as far as polls saw it. */
record Histories(Plan plan, Shop shop, OrderLog events) {
    void areToldBy(Collection<StageTransition> transitions, Map<Long, FunnelFact> facts) {
        var byOrder = transitions.stream()
                .sorted(Comparator.comparingInt(StageTransition::getN))
                .collect(Collectors.groupingBy(StageTransition::getOrderId, TreeMap::new, Collectors.toList()));
        assertThat(byOrder.keySet()).as("orders with transitions").isEqualTo(facts.keySet());
        assertThat(transitions).as("moves as well as first entries").hasSizeGreaterThan(facts.size());
        var history = new TrueHistory(plan.statusesByStage(), plan.ends());
        byOrder.forEach((order, told) -> history.isToldBy(
                told, SeenChanges.of(events.of(order), shop.control().history(order)), facts.get(order)));
    }
}
