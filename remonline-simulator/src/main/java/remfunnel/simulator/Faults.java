package remfunnel.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The faults that wait for their requests; which requests a probability strikes is the seed's choice. */
final class Faults {
    private final List<Pending> pending = new ArrayList<>();
    private final SplittableRandom random;
    private long struck;

    Faults(long seed) {
        random = Draws.of(seed, 0, 13);
    }

    synchronized void add(Fault fault) {
        pending.add(new Pending(fault));
    }

    synchronized void clear() {
        pending.clear();
    }

    synchronized long struck() {
        return struck;
    }

    synchronized Optional<Fault> next(String path) {
        pending.removeIf(each -> each.left == 0);
        for (var each : pending) {
            if (path.startsWith(each.fault.pathPrefix()) && Draws.chance(random, each.fault.probability())) {
                each.left--;
                struck++;
                return Optional.of(each.fault);
            }
        }
        return Optional.empty();
    }

    private static final class Pending {
        private final Fault fault;
        private int left;

        Pending(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }
}
