package remfunnel.systemtests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import remfunnel.simulator.StatusChange;

/**
 * What the transitions of an order have to be, by a stage map: its true changes of status, as far as polls saw them. Shares no code with
 * the product.
 *
 * @param stages their statuses, in the order of the funnel
 * @param ends which of them are success or failure
 */
public record TrueHistory(Map<String, List<Integer>> stages, Set<String> ends) {
    /**
     * Checks that each transition is one of them, that its true moment lies within the interval told, and that the fact tells of the last
     * entry what the last transition tells.
     *
     * @param told from the first on
     */
    public void isToldBy(List<? extends GenericRecord> told, List<StatusChange> seen, GenericRecord fact) {
        var entries = TrueEntry.of(seen, stages);
        assertThat(told.stream().map(TrueHistory::words).toList())
                .as("of %s, seen in %s", fact, seen)
                .isEqualTo(story(entries));
        for (int n = 0; n < told.size(); n++) {
            var transition = told.get(n);
            assertThat(entries.get(n).isWithin(after(transition), by(transition)))
                    .as("%s within %s", entries.get(n), transition)
                    .isTrue();
        }
        checkFirst(told.getFirst(), fact);
        for (int n = 1; n < told.size(); n++) {
            checkMove(told.get(n - 1), told.get(n));
        }
        checkLast(fact, told.getLast());
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

    /** Before it was read first an order may have been in the stage since its creation. */
    private static void checkFirst(GenericRecord first, GenericRecord fact) {
        var isUnchanged = after(first).equals(by(first));
        assertThat(after(first)).as("%s", first).isEqualTo(fact.get("created_at"));
        assertThat(first.get("precision")).as("%s", first).hasToString(isUnchanged ? "EXACT" : "INFERRED");
        assertThat(first.get("dwell_ms")).as("%s", first).isNull();
    }

    /** The longest that the stage left can have lasted; and polls bound what they do not name. */
    private static void checkMove(GenericRecord former, GenericRecord transition) {
        assertThat(transition.get("dwell_ms"))
                .as("%s after %s", transition, former)
                .isEqualTo(Duration.between(after(former), by(transition)).toMillis());
        assertThat(transition.get("precision")).as("%s", transition).hasToString("BOUNDED");
    }

    private static void checkLast(GenericRecord fact, GenericRecord last) {
        assertThat(Arrays.asList(
                        fact.get("stage_id").toString(),
                        fact.get("entered_after"),
                        fact.get("entered_by"),
                        fact.get("entered_precision").toString()))
                .as("%s and %s", fact, last)
                .isEqualTo(Arrays.asList(
                        last.get("to_stage_id").toString(),
                        after(last),
                        by(last),
                        last.get("precision").toString()));
    }

    private static Instant after(GenericRecord transition) {
        return (Instant) transition.get("entered_after");
    }

    private static Instant by(GenericRecord transition) {
        return (Instant) transition.get("entered_by");
    }
}
