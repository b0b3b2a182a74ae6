package remfunnel.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** The simulated shop's clock: the real time, but for what happens at a moment that was written down. */
final class ShopClock extends Clock {
    private volatile Optional<Instant> moment = Optional.empty();

    <T> T at(Instant then, Supplier<T> happening) {
        moment = Optional.of(then);
        try {
            return happening.get();
        } finally {
            moment = Optional.empty();
        }
    }

    @Override
    public Instant instant() {
        return moment.orElseGet(Instant::now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Nobody asks a shop's clock for another zone: instants have none. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
