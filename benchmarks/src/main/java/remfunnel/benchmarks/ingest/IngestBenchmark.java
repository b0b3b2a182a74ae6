package remfunnel.benchmarks.ingest;

import java.util.ArrayList;
import java.util.List;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Benchmark;
import remfunnel.benchmarks.harness.Figure;

/** Reading the source: within its limit, without one, and for a thousand accounts. */
public final class IngestBenchmark implements Benchmark {
    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String about() {
        return "reading the source at 3 requests a second, without limit, and for 1,000 connectors in one process";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var cluster = Cluster.start(bench);
        List<Figure> figures = new ArrayList<>(new AllowedShare(bench, cluster).measure());
        figures.addAll(new Pages(bench, cluster).measure());
        figures.addAll(new Crowd(bench, cluster).measure());
        return figures;
    }
}
