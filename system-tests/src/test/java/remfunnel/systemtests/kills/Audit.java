package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import remfunnel.schemas.Topics;

/** What the topics hold against what an undisturbed run would have left there. */
record Audit(Shop shop, OrderLog orders, FactLog facts) {
    void eventsAreThoseOfAnUndisturbedRun() {
        assertThat(orders.doubled()).as("published twice").isEmpty();
        assertThat(without(shop.expected(), orders.versions())).as("lost").isEmpty();
        assertThat(without(orders.versions(), shop.expected())).as("invented").isEmpty();
    }

    /** The first fact that is not as reckoned, both sides; empty when all are. */
    Optional<String> firstDifference(Plan plan) {
        Map<Long, String> reckoned = new Reckoning(plan, orders).of(shop.truth());
        Map<Long, String> found = new TreeMap<>();
        facts.facts().forEach((order, fact) -> found.put(order, Reckoning.of(fact)));
        return Stream.concat(reckoned.keySet().stream(), found.keySet().stream())
                .sorted()
                .filter(order -> !reckoned.getOrDefault(order, "").equals(found.get(order)))
                .findFirst()
                .map(order -> "%nreckoned %s%nfound    %s%nof the order's %d events"
                        .formatted(
                                reckoned.getOrDefault(order, "none for " + order),
                                found.getOrDefault(order, "none for " + order),
                                orders.of(order).size()));
    }

    void noFactWasWrittenTwice(String bootstrapServers) {
        assertThat(facts.repeats()).as("written though nothing had changed").isEmpty();
        try (var fresh = new FactLog(bootstrapServers, facts.connector())) {
            fresh.readToTheEnd();
            assertThat(facts.facts())
                    .as("who listened all along, against who came late")
                    .isEqualTo(fresh.facts());
        }
    }

    /** Transitions tell the shop's own history, totals are the sums of facts and transitions. */
    void transitionsAndTotalsFollow(Plan plan, String bootstrapServers) {
        var found = facts.facts();
        var transitions = LastOf.read(Topics.TRANSITIONS, bootstrapServers, facts.connector())
                .values();
        new Histories(plan, shop, orders).areToldBy(transitions, found);

        Map<String, Sums> totals = new TreeMap<>();
        LastOf.read(Topics.TOTALS, bootstrapServers, facts.connector())
                .forEach((cell, total) -> totals.put(cell, Sums.of(total)));
        assertThat(totals).as("totals").isEqualTo(Sums.of(found, transitions)).isNotEmpty();
    }

    private static SortedSet<Version> without(Collection<Version> all, Collection<Version> these) {
        var rest = new TreeSet<>(all);
        rest.removeAll(these);
        return rest;
    }
}
