package remfunnel.funnel.plan;

import java.util.ArrayList;
import java.util.List;
import remfunnel.funnel.Order;

/** How many orders something is true of, with the first few. Immutable. */
public record Sampled(long orders, List<Sample> samples) {
    /** More say no more. */
    public static final int MOST_SAMPLES = 5;

    public static final Sampled NONE = new Sampled(0, List.of());

    public Sampled {
        samples = List.copyOf(samples);
    }

    Sampled plus(Order order) {
        if (samples.size() == MOST_SAMPLES) {
            return new Sampled(orders + 1, samples);
        }
        var more = new ArrayList<>(samples);
        more.add(Sample.of(order));
        return new Sampled(orders + 1, more);
    }
}
