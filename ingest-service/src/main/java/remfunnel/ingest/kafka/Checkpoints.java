package remfunnel.ingest.kafka;

import java.util.List;
import java.util.Optional;
import remfunnel.Checkpoint;
import remfunnel.SeenOrder;
import remfunnel.ingest.polling.HistoryCount;
import remfunnel.ingest.polling.Position;
import remfunnel.ingest.polling.Remembered;
import remfunnel.ingest.source.PayloadHash;

/** Positions as they are kept on the topic. */
public final class Checkpoints {
    private Checkpoints() {}

    public static Checkpoint of(String connectorId, Position position) {
        return Checkpoint.newBuilder()
                .setConnectorId(connectorId)
                .setSourceFingerprint(position.fingerprint())
                .setLiveFrom(position.liveFrom())
                .setCompleteUntil(position.knownUntil().orElse(null))
                .setAllSeenUntil(position.allSeenUntil().orElse(null))
                .setOverlap(position.overlap().stream().map(Checkpoints::seen).toList())
                .setHistoryFrom(position.historyFrom())
                .setHistoryUntil(position.historyUntil())
                .setHistoryDone(position.historyDone())
                .setHistoryRead(position.history().read())
                .setHistoryTotal(position.history().total())
                .setPublished(position.published())
                .setWithItems(position.withItems())
                .setConfigOffset(position.configOffset())
                .setLife(position.life())
                .build();
    }

    public static Position position(Checkpoint checkpoint) {
        return new Position(
                checkpoint.getSourceFingerprint(),
                checkpoint.getLiveFrom(),
                Optional.ofNullable(checkpoint.getCompleteUntil()).orElse(checkpoint.getLiveFrom()),
                Optional.ofNullable(checkpoint.getAllSeenUntil()),
                remembered(checkpoint.getOverlap()),
                checkpoint.getHistoryFrom(),
                checkpoint.getHistoryUntil(),
                new HistoryCount(checkpoint.getHistoryRead(), checkpoint.getHistoryTotal()),
                checkpoint.getPublished(),
                checkpoint.getWithItems(),
                checkpoint.getConfigOffset(),
                checkpoint.getLife());
    }

    private static SeenOrder seen(Remembered order) {
        return new SeenOrder(order.id(), order.modifiedAt(), order.hash().bytes());
    }

    private static List<Remembered> remembered(List<SeenOrder> seen) {
        return seen.stream()
                .map(order ->
                        new Remembered(order.getOrderId(), order.getModifiedAt(), PayloadHash.of(order.getHash())))
                .toList();
    }
}
