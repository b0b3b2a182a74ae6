package remfunnel.benchmarks.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Benchmark;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Goal;
import remfunnel.benchmarks.harness.Rounds;
import remfunnel.benchmarks.harness.Samples;
import remfunnel.benchmarks.harness.Scale;

/** What one order costs: JMH, a fresh JVM a measurement, the measurements in turn. */
public final class JudgeBenchmark implements Benchmark {
    private static final Map<String, String> VARIANTS = variants();
    private static final Goal AT_MOST_TWICE = Goal.atMost(2);

    @Override
    public String name() {
        return "judge";
    }

    @Override
    public String about() {
        return "reading, filtering, mapping and computing one order, against bare parsing of its fields";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Map<String, Samples> times = new LinkedHashMap<>();
        Map<String, Samples> bytes = new LinkedHashMap<>();
        var rounds = new Rounds(0, bench.scale().of(5, 1, 1));
        rounds.run(
                VARIANTS.keySet(),
                variant -> jmh(variant, bench.scale()),
                (variant, result) -> {
                    of(variant, times).add(result.getPrimaryResult().getScore());
                    of(variant, bytes).add(allocated(result));
                },
                bench.progress());
        return figures(times, bytes);
    }

    private static Samples of(String variant, Map<String, Samples> all) {
        return all.computeIfAbsent(variant, none -> new Samples());
    }

    private static RunResult jmh(String variant, Scale scale) throws RunnerException {
        var options = new OptionsBuilder()
                .include("^" + OneOrder.class.getName().replace(".", "\\.") + "\\." + variant + "$")
                .forks(scale == Scale.TINY ? 0 : 1)
                .warmupIterations(scale.of(4, 2, 1))
                .warmupTime(TimeValue.milliseconds(scale.of(1_500, 1_000, 10)))
                .measurementIterations(scale.of(4, 2, 1))
                .measurementTime(TimeValue.milliseconds(scale.of(1_000, 1_000, 10)))
                .jvmArgsAppend(
                        "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-Dlogback.configurationFile=logback-bench.xml")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return new Runner(options).runSingle();
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }

    private static List<Figure> figures(Map<String, Samples> times, Map<String, Samples> bytes) throws Exception {
        List<Figure> figures = new ArrayList<>();
        VARIANTS.forEach((variant, title) -> {
            figures.add(Figure.of(title, times.get(variant), "us"));
            figures.add(Figure.of(title + ", allocated", bytes.get(variant), "B"));
        });
        var yardstick = times.get("parse");
        figures.add(Figure.of("whole order / bare parsing", times.get("whole").over(yardstick), "x")
                .with(AT_MOST_TWICE));
        figures.add(Figure.of("JSON tree / bare parsing", times.get("tree").over(yardstick), "x"));
        var sample = new OneOrder();
        sample.readOrders();
        figures.add(Figure.of("payload", sample.bytesOfAPayload(), "B"));
        figures.add(Figure.of("order as read", sample.bytesRemembered(), "B"));
        return figures;
    }

    private static Map<String, String> variants() {
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put("parse", "bare parsing of the needed fields");
        variants.put("tree", "JSON as a tree, nothing taken from it");
        variants.put("read", "reading the order");
        variants.put("whole", "reading, filtering, mapping, computing");
        variants.put("again", "judging the order as read before");
        return variants;
    }
}
