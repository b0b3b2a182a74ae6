package remfunnel.systemtests;

import java.time.Duration;

/** How long a condition is waited for that should come soon: whatever else runs on the machine makes no test fail. */
public final class Patience {
    public static final Duration OF_A_TEST = Duration.ofMinutes(3);

    private Patience() {}
}
