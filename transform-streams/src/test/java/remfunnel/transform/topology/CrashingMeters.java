package remfunnel.transform.topology;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import remfunnel.schemas.Topic;

/** Breaks the thread in the middle of a transaction, with facts written and not committed. */
final class CrashingMeters implements TransformMeters {
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger crashes = new AtomicInteger();
    private final Set<Integer> at;

    CrashingMeters(Set<Integer> at) {
        this.at = at;
    }

    int crashes() {
        return crashes.get();
    }

    @Override
    public void wrote(Topic<?> topic, Cause cause) {
        if (at.contains(writes.incrementAndGet())) {
            crashes.incrementAndGet();
            throw new IllegalStateException("broken on purpose after " + writes + " writes");
        }
    }

    @Override
    public void rejected(String topic) {}

    @Override
    public void observed(Observed what) {}

    @Override
    public void restating(String connector, long done, long total) {}

    @Override
    public void leftRestating(String connector) {}
}
