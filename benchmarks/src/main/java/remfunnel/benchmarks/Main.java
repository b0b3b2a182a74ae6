package remfunnel.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Benchmark;
import remfunnel.benchmarks.harness.HostFacts;
import remfunnel.benchmarks.harness.Progress;
import remfunnel.benchmarks.harness.Scale;
import remfunnel.benchmarks.ingest.IngestBenchmark;
import remfunnel.benchmarks.judge.JudgeBenchmark;
import remfunnel.benchmarks.latency.LatencyBenchmark;
import remfunnel.benchmarks.restatement.RestatementBenchmark;
import remfunnel.benchmarks.start.StartBenchmark;
import remfunnel.benchmarks.transform.TransformBenchmark;

/** What {@code ./remfunnel bench} runs. */
@Command(name = "bench", description = "Measures, prints a table and writes JSON.", mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    private static final List<Benchmark> ALL = List.of(
            new JudgeBenchmark(),
            new TransformBenchmark(),
            new RestatementBenchmark(),
            new LatencyBenchmark(),
            new IngestBenchmark(),
            new StartBenchmark());

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "what to measure (default: everything)")
    private List<String> names = new ArrayList<>();

    @Option(names = "--short", description = "a glance instead of figures for the record")
    private boolean brief;

    @Option(names = "--list", description = "only say what can be measured")
    private boolean list;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-bench.xml");
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var out = System.out;
        if (list) {
            ALL.forEach(each -> out.printf("%-12s %s%n", each.name(), each.about()));
            return 0;
        }
        var scale = brief ? Scale.SHORT : Scale.FULL;
        var folder = folder(scale);
        for (var benchmark : chosen()) {
            var report = run(benchmark, scale, System.err);
            report.write(folder.resolve(benchmark.name() + ".json"));
            out.println(report.table());
        }
        out.println("Written to " + folder);
        return 0;
    }

    static Report run(Benchmark benchmark, Scale scale, PrintStream progress) throws Exception {
        var machine = HostFacts.now();
        try (var bench = new Bench(scale, new Progress(progress, benchmark.name()))) {
            return new Report(benchmark.name(), scale, machine, benchmark.measure(bench));
        }
    }

    static List<Benchmark> all() {
        return ALL;
    }

    private List<Benchmark> chosen() {
        var known = ALL.stream().map(Benchmark::name).collect(Collectors.toSet());
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new ParameterException(
                    spec.commandLine(), "There is no benchmark '" + unknown + "'; there are " + known);
        });
        return ALL.stream()
                .filter(each -> names.isEmpty() || names.contains(each.name()))
                .toList();
    }

    /** Figures for the record are kept with the sources; others vanish with the build. */
    private static Path folder(Scale scale) throws IOException {
        var module = Path.of(System.getProperty("remfunnel.root", "."), "benchmarks");
        return (scale == Scale.FULL ? module.resolve("results") : module.resolve(Path.of("target", "results")))
                .toAbsolutePath()
                .normalize();
    }
}
