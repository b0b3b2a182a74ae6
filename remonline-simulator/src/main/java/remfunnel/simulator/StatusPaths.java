package remfunnel.simulator;

import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** How orders of a repair shop usually go from status to status, and how long they stay. */
final class StatusPaths {
    static final int NEW = 900101;
    static final int WORK = 900102;
    static final int WAITING = 900103;
    static final int READY = 900104;
    static final int DELIVERY = 900105;
    static final int CLOSED = 900106;
    static final int REFUSED = 900107;

    private static final Map<Integer, Step> STEPS = Map.of(
            NEW, new Step(12, WORK, REFUSED, WORK, 0.1),
            WORK, new Step(48, READY, REFUSED, WAITING, 0.06),
            WAITING, new Step(96, WORK, REFUSED, WORK, 0.1),
            READY, new Step(36, CLOSED, WORK, DELIVERY, 0.04),
            DELIVERY, new Step(24, CLOSED, REFUSED, CLOSED, 0.05));

    private StatusPaths() {}

    /** The status an order goes to next; empty where it ended. A status the shop added leads back to work. */
    static OptionalInt next(int statusId, SplittableRandom random) {
        if (statusId == CLOSED || statusId == REFUSED) {
            return OptionalInt.empty();
        }
        var step = STEPS.get(statusId);
        return OptionalInt.of(step == null ? WORK : step.draw(random.nextDouble()));
    }

    static int staySeconds(int statusId, SplittableRandom random) {
        return Draws.exponential(random, STEPS.get(statusId).meanHours() * 3600.0);
    }

    private record Step(int meanHours, int usual, int rare, int other, double rareShare) {
        int draw(double draw) {
            if (draw < rareShare) {
                return rare;
            }
            return draw < rareShare + 0.25 ? other : usual;
        }
    }
}
