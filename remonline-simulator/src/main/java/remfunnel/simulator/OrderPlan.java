package remfunnel.simulator;

import java.util.Arrays;
import java.util.List;

/** The past that the account starts with: when each order came, where it went, what was paid. */
record OrderPlan(long seed, int count, long firstId, int from, int until) {

    StoredOrder order(int index) {
        long[] history = history(index);
        int doneAt = 0;
        for (long change : history) {
            doneAt = (int) change == StatusPaths.READY ? (int) (change >>> 32) : doneAt;
        }
        long last = history[history.length - 1];
        int status = (int) last;
        int at = (int) (last >>> 32);
        boolean closed = status == StatusPaths.CLOSED || status == StatusPaths.REFUSED;
        int version = history.length == 1 ? 0 : 1;
        return new StoredOrder(
                firstId + index,
                createdAt(index),
                modifiedAt(index, at),
                doneAt,
                closed ? at : 0,
                status,
                version,
                paid(index, status, version),
                List.of(),
                OrderEdit.NOTHING);
    }

    /** Each order has a slot of its own in the time before the start, so ids and times grow together. */
    int createdAt(int index) {
        double place = (index + Draws.of(seed, index, 1).nextDouble()) / count;
        return from + (int) (place * (until - from));
    }

    long[] history(int index) {
        var random = Draws.of(seed, index, 2);
        long[] history = new long[24];
        int length = 0;
        int at = createdAt(index);
        int status = StatusPaths.NEW;
        while (at <= until && length < history.length) {
            history[length++] = StatusChange.pack(at, status);
            var next = StatusPaths.next(status, random);
            if (next.isEmpty()) {
                break;
            }
            at += StatusPaths.staySeconds(status, random);
            status = next.getAsInt();
        }
        return Arrays.copyOf(history, length);
    }

    /** One order in six was edited once more after its last move. */
    private int modifiedAt(int index, int lastMove) {
        var random = Draws.of(seed, index, 3);
        int later = lastMove + Draws.exponential(random, 20_000);
        return Draws.chance(random, 0.16) ? Math.min(until, later) : lastMove;
    }

    private long paid(int index, int status, int version) {
        var random = Draws.of(seed, index, 4);
        long prepaid = Draws.chance(random, 0.25) ? 50_000L * (1 + random.nextInt(12)) : 0;
        if (status != StatusPaths.CLOSED || Draws.chance(random, 0.06)) {
            return prepaid;
        }
        return Money.of(Lines.draw(seed, index, version)).totalKopecks();
    }
}
