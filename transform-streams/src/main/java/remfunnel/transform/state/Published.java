package remfunnel.transform.state;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.funnel.history.StageHistory;
import remfunnel.funnel.totals.Cell;
import remfunnel.funnel.totals.Share;
import remfunnel.funnel.totals.Total;

/**
 * What the topics were last told of an order: what changes is written, and what it no longer contributes is taken back from it.
 *
 * @param fact the value in funnel.facts
 * @param stages what its transitions are made of
 * @param share what the totals have of it
 */
public record Published(Bytes fact, Packed<StageHistory> stages, Packed<Share> share) {
    /** Of an order that is not in the funnel. */
    public static final Published NOTHING = new Published(Packing.NOTHING, Packed.nothing(), Packed.nothing());

    public static Published of(Bytes fact, StageHistory stages, Share share) {
        return new Published(fact, Packed.of(stages, StageHistory::encode), Packed.of(share, Share::encode));
    }

    public boolean isNothing() {
        return fact.get().length == 0;
    }

    /** The same of an order whose status history has lost entries since. */
    Published undated() {
        return new Published(
                fact,
                stageHistory()
                        .map(each -> Packed.of(each.undated(), StageHistory::encode))
                        .orElse(stages),
                share);
    }

    /** Empty when it is not in the funnel. */
    public Optional<StageHistory> stageHistory() {
        return stages.value();
    }

    /** What it adds to the totals; nothing when it is not in the funnel. */
    public Map<Cell, Total> cells() {
        return stageHistory().map(this::cells).orElse(Map.of());
    }

    private Map<Cell, Total> cells(StageHistory history) {
        return share.value().orElseThrow().cells(history.current().orElseThrow().stageId(), history.entered());
    }
}
