package remfunnel.systemtests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

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
        var seen = SeenChanges.of(world, connector, account);
        var transitions = SeenTransitions.of(world, connector);
        var facts = SeenFacts.raw(world, connector);

        assertThat(transitions.keySet()).isEqualTo(seen.keySet()).isEqualTo(facts.keySet());
        seen.forEach((order, changes) -> {
            var told = transitions.get(order);
            var entries = TrueEntry.of(changes, stages);
            assertThat(told.stream().map(ExpectTransitions::words).toList())
                    .as("order %d, seen in %s", order, changes)
                    .isEqualTo(story(entries));
            compareTimes(told, entries);
            compareLast(facts.get(order), told.getLast());
        });
    }

    private List<String> story(List<TrueEntry> entries) {
        List<String> story = new ArrayList<>();
        Set<String> entered = new HashSet<>();
        for (int n = 0; n < entries.size(); n++) {
            var to = entries.get(n);
            var from = n == 0 ? "null" : entries.get(n - 1).stage();
            var direction = n == 0 ? "ENTER" : direction(entries.get(n - 1), to);
            story.add(n + " " + from + " -> " + to.stage() + " " + direction + " first " + entered.add(to.stage()));
        }
        return story;
    }

    private String direction(TrueEntry from, TrueEntry to) {
        if (ends.contains(from.stage()) && !ends.contains(to.stage())) {
            return "REOPEN";
        }
        return to.position(stages) > from.position(stages) ? "FORWARD" : "BACK";
    }

    private static String words(GenericRecord transition) {
        return transition.get("n") + " " + transition.get("from_stage_id") + " -> " + transition.get("to_stage_id")
                + " " + transition.get("direction") + " first " + transition.get("first_entry");
    }

    private static void compareTimes(List<GenericRecord> told, List<TrueEntry> entries) {
        for (int n = 0; n < told.size(); n++) {
            var transition = told.get(n);
            var truly = entries.get(n);
            assertThat(truly.isWithin(
                            (Instant) transition.get("entered_after"), (Instant) transition.get("entered_by")))
                    .as("%s within %s", truly, transition)
                    .isTrue();
            if (n == 0) {
                assertThat(transition.get("dwell_ms")).as("%s", transition).isNull();
            } else {
                compareMove(told.get(n - 1), transition);
            }
        }
    }

    /** The longest that the stage left can have lasted; and polls bound what they do not name. */
    private static void compareMove(GenericRecord former, GenericRecord transition) {
        var longest = Duration.between((Instant) former.get("entered_after"), (Instant) transition.get("entered_by"));
        assertThat(transition.get("dwell_ms"))
                .as("%s after %s", transition, former)
                .isEqualTo(longest.toMillis());
        assertThat(transition.get("precision")).as("%s", transition).hasToString("BOUNDED");
    }

    private static void compareLast(GenericRecord fact, GenericRecord last) {
        assertThat(List.of(
                        fact.get("stage_id").toString(),
                        fact.get("entered_after"),
                        fact.get("entered_by"),
                        fact.get("entered_precision").toString()))
                .as("%s and %s", fact, last)
                .isEqualTo(List.of(
                        last.get("to_stage_id").toString(),
                        last.get("entered_after"),
                        last.get("entered_by"),
                        last.get("precision").toString()));
    }
}
