package remfunnel.config.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often one may try to log in: of one account, and from one address. What is remembered is bounded. */
final class LoginLimit {
    static final int OF_ACCOUNT = 10;
    static final int FROM_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int REMEMBERED = 20_000;

    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Clock clock;

    LoginLimit(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int count, Instant since) {}

    /** Counts a try before it is judged; says how long to wait where there were too many. */
    synchronized Optional<Duration> tooMany(String account, String address) {
        Optional<Duration> refused = tooManyFrom(address);
        return refused.isPresent() ? refused : tooMany("of " + account, OF_ACCOUNT);
    }

    /** Where whose account it is shows later. */
    synchronized Optional<Duration> tooManyFrom(String address) {
        return tooMany("from " + address, FROM_ADDRESS);
    }

    private Optional<Duration> tooMany(String key, int most) {
        Instant now = clock.instant();
        Tries before = Optional.ofNullable(tries.get(key))
                .filter(known -> now.isBefore(known.since().plus(WINDOW)))
                .orElse(new Tries(0, now));
        if (before.count() >= most) {
            return Optional.of(Duration.between(now, before.since().plus(WINDOW)));
        }
        tries.put(key, new Tries(before.count() + 1, before.since()));
        return Optional.empty();
    }

    /** The right password forgives the wrong ones of the account; of an address, which may be many people's, itself alone. */
    synchronized void succeeded(String account, String address) {
        tries.remove("of " + account);
        tries.computeIfPresent("from " + address, (key, known) -> new Tries(known.count() - 1, known.since()));
    }
}
