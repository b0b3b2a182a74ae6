package remfunnel.funnel.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.Stage;
import remfunnel.funnel.plan.Plan.StageRow;

/** The stages of two funnels side by side. */
record StageRows(Optional<Funnel> before, Funnel after) {
    List<StageRow> of(Map<String, Pair> figures) {
        SequencedSet<String> ids = new LinkedHashSet<>();
        after.stages().forEach(stage -> ids.add(stage.id()));
        before.stream().flatMap(funnel -> funnel.stages().stream()).forEach(stage -> ids.add(stage.id()));
        if (figures.containsKey(Stage.UNMAPPED.id())) {
            ids.add(Stage.UNMAPPED.id());
        }
        return ids.stream()
                .map(id -> new StageRow(
                        id,
                        before.flatMap(funnel -> title(funnel, id)),
                        title(after, id),
                        figures.getOrDefault(id, Pair.NONE)))
                .toList();
    }

    private static Optional<String> title(Funnel funnel, String id) {
        return funnel.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .map(Stage::title);
    }
}
