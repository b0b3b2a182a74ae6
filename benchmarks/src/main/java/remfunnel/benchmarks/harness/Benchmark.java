package remfunnel.benchmarks.harness;

import java.util.List;

/** One question, answered by figures of one run. */
public interface Benchmark {
    String name();

    /** What is measured, in one line. */
    String about();

    List<Figure> measure(Bench bench) throws Exception;
}
