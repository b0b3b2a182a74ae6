package remfunnel.funnel;

import java.util.List;
import java.util.Map;

/** Which stage each status stands in. */
record StageMap(List<Stage> stages, Map<Long, Stage> byStatus) {
    StageMap {
        stages = List.copyOf(stages);
        byStatus = Map.copyOf(byStatus);
    }

    Stage of(long statusId) {
        return byStatus.getOrDefault(statusId, Stage.UNMAPPED);
    }
}
