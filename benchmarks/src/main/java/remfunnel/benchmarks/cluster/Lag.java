package remfunnel.benchmarks.cluster;

import java.util.concurrent.locks.LockSupport;
import remfunnel.benchmarks.harness.Progress;
import remfunnel.schemas.SharedSettings;

/** How many order events the transform has yet to read. */
public final class Lag {
    private static final String GROUP = "remfunnel-transform";
    private static final long LOOK_NANOS = 100_000_000;
    private static final int LOOKS_A_LINE = 50;

    private Lag() {}

    public static void awaitNone(Cluster cluster, Progress progress) {
        awaitNone(cluster.settings(), progress);
    }

    public static void awaitNone(SharedSettings settings, Progress progress) {
        try (var transform = new Application(settings, GROUP)) {
            long left = transform.left();
            for (int look = 1; left > 0; look++) {
                if (look % LOOKS_A_LINE == 0) {
                    progress.say(left + " events to go");
                }
                LockSupport.parkNanos(LOOK_NANOS);
                left = transform.left();
            }
        }
    }
}
