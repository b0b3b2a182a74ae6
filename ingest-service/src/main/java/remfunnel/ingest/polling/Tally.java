package remfunnel.ingest.polling;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one connector. */
public final class Tally {
    private final Map<Count, LongAdder> adders = new EnumMap<>(Count.class);

    public Tally() {
        for (Count count : Count.values()) {
            adders.put(count, new LongAdder());
        }
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
        return all;
    }
}
