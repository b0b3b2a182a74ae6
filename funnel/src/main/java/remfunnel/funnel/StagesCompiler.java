package remfunnel.funnel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the stages of a draft and maps statuses to them. */
final class StagesCompiler {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final int MOST_STAGES = 50;
    private static final int MOST_STATUSES = 1_000;
    private static final Set<Marker> UNIQUE = EnumSet.of(Marker.SUCCESS, Marker.FAILURE);

    private final Problems problems;
    private final Map<Long, Stage> byStatus = new HashMap<>();
    private final Map<Marker, Stage> byMarker = new HashMap<>();

    StagesCompiler(Problems problems) {
        this.problems = problems;
    }

    StageMap compile(List<StageDraft> drafts) {
        var stages = new ArrayList<Stage>();
        if (problems.requireAtMost(MOST_STAGES, drafts, "stages")) {
            problems.requireDistinct(drafts.stream().map(StageDraft::id).toList(), "stages[%d].id");
            for (int i = 0; i < drafts.size(); i++) {
                stages.add(compile(drafts.get(i), i));
            }
        }
        return new StageMap(stages, byStatus);
    }

    private Stage compile(StageDraft draft, int position) {
        var path = "stages[" + position + "]";
        var stage = new Stage(draft.id(), draft.title(), position, draft.marker());
        checkId(draft.id(), path);
        Titles.check(draft.title(), path + ".title", problems);
        draft.marker().ifPresent(marker -> checkMarker(marker, stage, path));
        if (problems.requireAtMost(MOST_STATUSES, draft.statusIds(), path + ".status_ids")) {
            for (int i = 0; i < draft.statusIds().size(); i++) {
                map(draft.statusIds().get(i), stage, path + ".status_ids[" + i + "]");
            }
        }
        return stage;
    }

    private void checkId(String id, String path) {
        problems.require(
                ID.matcher(id).matches(),
                path + ".id",
                "BAD_STAGE_ID",
                Text.of(
                        "a stage's id has 1 to 40 of a-z, 0-9, - and _, and starts with a letter or digit (_unmapped is built in)",
                        "идентификатор стадии — от 1 до 40 знаков a-z, 0-9, - и _, первый — буква или цифра (_unmapped есть всегда)"));
    }

    private void checkMarker(Marker marker, Stage stage, String path) {
        var former = byMarker.putIfAbsent(marker, stage);
        problems.require(
                former == null || !UNIQUE.contains(marker),
                path + ".marker",
                "REPEATED_MARKER",
                Text.of(
                        marker + " stands on one stage at most, and " + quoted(former) + " has it",
                        marker + " бывает не больше чем у одной стадии, а он уже у " + quoted(former)));
    }

    private void map(long statusId, Stage stage, String path) {
        var former = byStatus.putIfAbsent(statusId, stage);
        problems.require(
                former == null,
                path,
                "REPEATED_STATUS",
                Text.of(
                        "status " + statusId + " stands in one stage at most, and " + quoted(former) + " has it",
                        "статус " + statusId + " входит не больше чем в одну стадию, а он уже в " + quoted(former)));
    }

    private static String quoted(Stage stage) {
        return stage == null ? "" : "'" + stage.id() + "'";
    }
}
