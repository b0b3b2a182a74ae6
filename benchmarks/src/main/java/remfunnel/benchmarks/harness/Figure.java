package remfunnel.benchmarks.harness;

import java.util.Optional;

/**
 * One measured value.
 *
 * @param spread of the rounds it is the median of, as they were: lowest and highest; empty of a single measurement
 */
public record Figure(String what, double value, String unit, Optional<Goal> goal, Optional<Spread> spread) {
    /** The lowest and the highest of the rounds. */
    public record Spread(double lowest, double highest) {}

    public static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, Optional.empty(), Optional.empty());
    }

    public static Figure of(String what, Samples samples, String unit) {
        var spread = samples.size() < 2
                ? Optional.<Spread>empty()
                : Optional.of(new Spread(samples.lowest(), samples.highest()));
        return new Figure(what, samples.median(), unit, Optional.empty(), spread);
    }

    public Figure with(Goal wanted) {
        return new Figure(what, value, unit, Optional.of(wanted), spread);
    }
}
