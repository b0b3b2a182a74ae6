package remfunnel.simulator;

import java.util.ArrayList;
import java.util.List;

/** What changes of an order; the rest is drawn from seed and id whenever it is shown. Times are whole epoch seconds, 0 is none. */
record StoredOrder(
        long id,
        int createdAt,
        int modifiedAt,
        int doneAt,
        int closedAt,
        int statusId,
        int lineVersion,
        long paidKopecks,
        List<Long> moves,
        OrderEdit edit) {
    StoredOrder movedTo(Status status, int second) {
        int at = Math.max(second, modifiedAt);
        var longer = new ArrayList<>(moves);
        longer.add(StatusChange.pack(at, status.id()));
        return new StoredOrder(
                id,
                createdAt,
                at,
                status.isDone() ? at : doneAt,
                status.isClosed() ? at : 0,
                status.id(),
                status.group() == 1 ? lineVersion : Math.max(1, lineVersion),
                paidKopecks,
                List.copyOf(longer),
                edit);
    }

    StoredOrder edited(OrderEdit more, int second) {
        return with(Math.max(second, modifiedAt), lineVersion, paidKopecks, edit.with(more));
    }

    StoredOrder redrawn(int second) {
        return with(Math.max(second, modifiedAt), lineVersion + 1, paidKopecks, edit);
    }

    StoredOrder paid(long kopecks, int second) {
        return with(Math.max(second, modifiedAt), lineVersion, kopecks, edit);
    }

    private StoredOrder with(int modified, int version, long paid, OrderEdit newEdit) {
        return new StoredOrder(id, createdAt, modified, doneAt, closedAt, statusId, version, paid, moves, newEdit);
    }
}
