package remfunnel.ingest.polling;

import remfunnel.schemas.Topic;

/** Leaves out orders that Kafka would refuse: one of them would fail the transaction of its whole window, for ever. */
final class Sizes {
    /** What a record holds beside the payload stays far below this. */
    private static final int BESIDE_PAYLOAD = 16 * 1024;

    private static final int LARGEST = Topic.MAX_RECORD_BYTES - BESIDE_PAYLOAD;

    private final String connectorId;
    private final Tally tally;

    Sizes(Account account) {
        this.connectorId = account.connector().id();
        this.tally = account.tally();
    }

    Changes fitting(Changes changes) {
        return changes.only(this::fits);
    }

    private boolean fits(Sighting sighting) {
        var order = sighting.order();
        int size = order.payload().size();
        if (size <= LARGEST) {
            return true;
        }
        var words = "order %d of %d bytes where %d are possible".formatted(order.id(), size, LARGEST);
        if (tally.leftOut().add(connectorId, order.hash(), words)) {
            tally.add(Count.TOO_LARGE, 1);
        }
        return false;
    }
}
