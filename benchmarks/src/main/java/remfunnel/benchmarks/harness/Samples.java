package remfunnel.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** What was measured again and again. */
public final class Samples {
    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    public int size() {
        return values.size();
    }

    public double median() {
        return percentile(50);
    }

    /** The smallest value that so many in a hundred do not exceed; the median of an even number is between the middle two. */
    public double percentile(double percent) {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (percent == 50 && sorted.size() % 2 == 0) {
            return (sorted.get(half - 1) + sorted.get(half)) / 2;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    public double lowest() {
        return Collections.min(values);
    }

    public double highest() {
        return Collections.max(values);
    }

    /** Round by round: what disturbed the one of a round disturbed the other as well. */
    public Samples with(Samples other, DoubleBinaryOperator how) {
        var combined = new Samples();
        for (int i = 0; i < Math.min(size(), other.size()); i++) {
            combined.add(how.applyAsDouble(values.get(i), other.values.get(i)));
        }
        return combined;
    }

    public Samples over(Samples other) {
        return with(other, (mine, theirs) -> mine / theirs);
    }
}
