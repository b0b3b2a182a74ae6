package remfunnel.systemtests.kills;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The source's clock: it stands until the test moves it, so that a poll sees all of a batch of changes or none of it. */
final class StandingClock extends Clock {
    private final AtomicReference<Instant> now;

    StandingClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
