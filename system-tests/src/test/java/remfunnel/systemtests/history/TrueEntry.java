package remfunnel.systemtests.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import remfunnel.simulator.StatusChange;

/** One entry into a stage as it truly was; the simulator's history is to the second, so it was at some time of that second. */
record TrueEntry(String stage, Instant second) {
    private static final String UNMAPPED = "_unmapped";

    /** Of the changes that were seen, those into another stage. */
    static List<TrueEntry> of(List<StatusChange> seen, Map<String, List<Integer>> stages) {
        List<TrueEntry> entries = new ArrayList<>();
        for (var change : seen) {
            var stage = stageOf(change.statusId(), stages);
            if (entries.isEmpty() || !entries.getLast().stage.equals(stage)) {
                entries.add(new TrueEntry(stage, change.at()));
            }
        }
        return entries;
    }

    boolean isWithin(Instant after, Instant by) {
        return !second.isAfter(by) && second.plusSeconds(1).isAfter(after);
    }

    /** Its place in the funnel; what is not mapped stands before the first stage. */
    int position(Map<String, List<Integer>> stages) {
        return List.copyOf(stages.keySet()).indexOf(stage);
    }

    private static String stageOf(int status, Map<String, List<Integer>> stages) {
        return stages.entrySet().stream()
                .filter(stage -> stage.getValue().contains(status))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UNMAPPED);
    }
}
