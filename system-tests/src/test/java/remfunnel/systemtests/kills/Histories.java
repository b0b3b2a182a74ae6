package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import remfunnel.FunnelFact;
import remfunnel.OrderEvent;
import remfunnel.StageTransition;
import remfunnel.simulator.StatusChange;

/** What the transitions of each order have to be: the shop's own history of it, as far as polls saw it. */
record Histories(Plan plan, Shop shop, OrderLog events) {
    void areToldBy(Collection<StageTransition> transitions, Map<Long, FunnelFact> facts) {
        var byOrder = transitions.stream()
                .sorted(Comparator.comparingInt(StageTransition::getN))
                .collect(Collectors.groupingBy(StageTransition::getOrderId, TreeMap::new, Collectors.toList()));
        assertThat(byOrder.keySet()).as("orders with transitions").isEqualTo(facts.keySet());
        byOrder.forEach((order, told) -> {
            var entries = entries(order);
            assertThat(told.stream().map(Histories::words).toList())
                    .as("order %d, seen in %s", order, entries)
                    .isEqualTo(story(entries));
            for (int n = 0; n < told.size(); n++) {
                checkTimes(told.subList(0, n + 1), entries.get(n));
            }
            checkLast(facts.get(order), told.getLast());
        });
    }

    /** An entry into a stage as it truly was: at some time of that second. */
    private record Entry(String stage, Instant second) {
        boolean isWithin(Instant after, Instant by) {
            return !second.isAfter(by)
                    && (after == null || second.plusSeconds(1).isAfter(after));
        }
    }

    private List<Entry> entries(long order) {
        List<Entry> entries = new ArrayList<>();
        var history = shop.control().history(order);
        for (var event : events.of(order)) {
            var stage = plan.stageOf(Payloads.status(event));
            if (entries.isEmpty() || !entries.getLast().stage().equals(stage)) {
                entries.add(new Entry(stage, shown(event, history).at()));
            }
        }
        return entries;
    }

    /** The change that the event shows: the last one until the order was changed, into the status that it was read in. */
    private static StatusChange shown(OrderEvent event, List<StatusChange> history) {
        int status = Payloads.status(event);
        return history.reversed().stream()
                .filter(change -> change.statusId() == status && !change.at().isAfter(event.getModifiedAt()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such status in " + history + ": " + event));
    }

    /** Each goes on from where the one before it led. */
    private static List<String> story(List<Entry> entries) {
        List<String> story = new ArrayList<>();
        Set<String> entered = new HashSet<>();
        for (int n = 0; n < entries.size(); n++) {
            var from = n == 0 ? null : entries.get(n - 1).stage();
            var to = entries.get(n).stage();
            story.add(words(n, from, to, entered.add(to)));
        }
        return story;
    }

    private static String words(StageTransition told) {
        return words(told.getN(), told.getFromStageId(), told.getToStageId(), told.getFirstEntry());
    }

    private static String words(int n, String from, String to, boolean isFirst) {
        return n + " " + from + " -> " + to + " first " + isFirst;
    }

    private static void checkTimes(List<StageTransition> told, Entry truly) {
        var transition = told.getLast();
        assertThat(truly.isWithin(transition.getEnteredAfter(), transition.getEnteredBy()))
                .as("%s within %s", truly, transition)
                .isTrue();
        if (told.size() > 1) {
            var longest = Duration.between(told.get(told.size() - 2).getEnteredAfter(), transition.getEnteredBy());
            assertThat(transition.getDwellMs()).as("%s", told).isEqualTo(longest.toMillis());
        }
    }

    private static void checkLast(FunnelFact fact, StageTransition last) {
        assertThat(Arrays.asList(
                        fact.getStageId(), fact.getEnteredAfter(), fact.getEnteredBy(), fact.getEnteredPrecision()))
                .as("%s and %s", fact, last)
                .isEqualTo(Arrays.asList(
                        last.getToStageId(), last.getEnteredAfter(), last.getEnteredBy(), last.getPrecision()));
    }
}
