package remfunnel.funnel.history;

import java.util.Optional;
import remfunnel.funnel.Marker;
import remfunnel.funnel.Stage;

/**
 * One stay of an order in one stage: the statuses of that stage that followed each other.
 *
 * @param entry index of its first status in {@link StatusHistory#entries()}; -1 where nobody can tell any more
 * @param position of the stage in the funnel: from 0; -1 for {@link Stage#UNMAPPED}
 */
public record Stay(int entry, String stageId, int position, Optional<Marker> marker) {
    private static final int UNDATED = -1;

    static Stay in(Stage stage, int entry) {
        return new Stay(entry, stage.id(), stage.position(), stage.marker());
    }

    boolean isDated() {
        return entry != UNDATED;
    }

    Stay undated() {
        return new Stay(UNDATED, stageId, position, marker);
    }

    boolean isIn(Stage stage) {
        return stageId.equals(stage.id());
    }

    boolean isFinal() {
        return marker.filter(each -> each == Marker.SUCCESS || each == Marker.FAILURE)
                .isPresent();
    }

    Direction to(Stay next) {
        if (isFinal() && !next.isFinal()) {
            return Direction.REOPEN;
        }
        return next.position > position ? Direction.FORWARD : Direction.BACK;
    }
}
