package remfunnel.benchmarks.harness;

import java.util.LinkedHashMap;
import java.util.Map;

/** Measures variants in turn, A B C A B C: the machine's moods then touch all of them alike. */
public final class Rounds {
    private final int warm;
    private final int measured;

    private final Preparation before;

    /** The first rounds only warm up. */
    public Rounds(int warm, int measured) {
        this(warm, measured, () -> {});
    }

    /** With something to do before each round. */
    public Rounds(int warm, int measured, Preparation before) {
        this.warm = warm;
        this.measured = measured;
        this.before = before;
    }

    /** What a round needs. */
    public interface Preparation {
        void prepare() throws Exception;
    }

    /** One measurement of a variant. */
    public interface Turn<V, M> {
        M take(V variant) throws Exception;
    }

    /** What becomes of a measurement. */
    public interface Keeper<V, M> {
        void keep(V variant, M measurement);
    }

    public <V, M> void run(Iterable<V> variants, Turn<V, M> turn, Keeper<V, M> keeper, Progress progress)
            throws Exception {
        for (int round = 1; round <= warm + measured; round++) {
            before.prepare();
            Map<V, M> results = new LinkedHashMap<>();
            for (V variant : variants) {
                progress.say((round <= warm ? "warm-up " : "") + "round " + round + " of " + (warm + measured) + ": "
                        + variant);
                results.put(variant, turn.take(variant));
            }
            if (round > warm) {
                results.forEach(keeper::keep);
            }
        }
    }
}
