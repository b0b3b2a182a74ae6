package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;
import remfunnel.systemtests.history.SeenChanges;
import remfunnel.systemtests.history.TrueHistory;

/**
 * The transitions of each order are those of its true history, as far as polls saw it; each true moment lies within the interval told;
 * and the fact tells of its last entry what the last transition tells.
 *
 * @param stages in the order of the funnel
 * @param ends which of them are success or failure
 * @param moves how many transitions after an order's first there are at least
 */
record ExpectTransitions(
        String connector, String account, Map<String, List<Integer>> stages, Set<String> ends, int moves)
        implements Step {
    @Override
    public void run(World world) {
        await().atMost(Patience.OF_A_TEST).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> compare(world));
        assertThat(SeenTransitions.moves(world, connector)).isGreaterThanOrEqualTo(moves);
    }

    private void compare(World world) {
        var history = new TrueHistory(stages, ends);
        var events = SeenEvents.of(world, connector);
        var transitions = SeenTransitions.of(world, connector);
        var facts = SeenFacts.raw(world, connector);

        assertThat(transitions.keySet()).isEqualTo(events.keySet()).isEqualTo(facts.keySet());
        transitions.forEach((order, told) -> {
            var seen = SeenChanges.of(events.get(order), world.account(account).history(order));
            history.isToldBy(told, seen, facts.get(order));
        });
    }
}
