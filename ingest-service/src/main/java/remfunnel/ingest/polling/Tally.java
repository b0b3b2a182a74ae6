package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one connector, and what else of its polling people are told. */
public final class Tally {
    private static final String CLOCK_DIFFERENCE = "clock_difference_ms";
    private static final String KEY_STORED_AT = "key_stored_at_ms";

    private final Map<Count, LongAdder> adders = new EnumMap<>(Count.class);

    private final LeftOut leftOut = new LeftOut();
    private volatile OptionalLong clockDifference = OptionalLong.empty();
    private volatile OptionalLong keyStoredAt = OptionalLong.empty();

    public Tally() {
        for (Count count : Count.values()) {
            adders.put(count, new LongAdder());
        }
    }

    public LeftOut leftOut() {
        return leftOut;
    }

    /** How far our clock is ahead of the source's. */
    void clockDiffers(Duration ahead) {
        clockDifference = OptionalLong.of(ahead.toMillis());
    }

    /** By when its key was stored, who has just given one knows whether a state is about that one. */
    public void keyIs(Optional<Instant> storedAt) {
        keyStoredAt = storedAt.map(at -> OptionalLong.of(at.toEpochMilli())).orElseGet(OptionalLong::empty);
    }

    public void add(Count count, long amount) {
        adders.get(count).add(amount);
    }

    public long of(Count count) {
        return adders.get(count).sum();
    }

    /** By name, as a status shows them. */
    public Map<String, Long> all() {
        var all = new TreeMap<String, Long>();
        adders.forEach((count, adder) -> all.put(count.name().toLowerCase(Locale.ROOT), adder.sum()));
        clockDifference.ifPresent(millis -> all.put(CLOCK_DIFFERENCE, millis));
        keyStoredAt.ifPresent(millis -> all.put(KEY_STORED_AT, millis));
        return all;
    }
}
