package remfunnel.benchmarks.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Goal;
import remfunnel.benchmarks.harness.Samples;

/** Connectors of a thousand shops in one process: their histories read at once, then polled every half minute. */
final class Crowd {
    private static final Goal A_GIBIBYTE = Goal.atMost(1_024);
    private static final int PER_SECOND = 3;
    private static final String NAME = "crowd-";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Bench bench;
    private final Cluster cluster;

    Crowd(Bench bench, Cluster cluster) {
        this.bench = bench;
        this.cluster = cluster;
    }

    List<Figure> measure() throws IOException {
        int connectors = bench.scale().of(1_000, 200, 3);
        var kind = new Accounts.Kind(connectors, bench.scale().of(500, 500, 20), PER_SECOND, 0);
        try (var accounts = Accounts.open(bench, "crowd", kind);
                var ingest = Ingest.start(bench, cluster, PER_SECOND);
                var histories = new Histories(cluster)) {
            long began = System.nanoTime();
            for (int each = 0; each < connectors; each++) {
                ingest.follow(NAME + each, accounts.baseUrl(), accounts.key(each));
            }
            double highest = backfill(ingest, histories, connectors);
            double backfill = (System.nanoTime() - began) / 1e9;
            var steady = steady(ingest);
            return List.of(
                    Figure.of("connectors in one process", connectors, ""),
                    Figure.of("until all histories are read", backfill, "s"),
                    Figure.of(
                                    "memory of the process, at most",
                                    Math.max(highest, steady.memory().highest()),
                                    "MiB")
                            .with(A_GIBIBYTE),
                    Figure.of("memory while all are polled every 30 s", steady.memory(), "MiB"),
                    Figure.of("CPU of a core while all are polled", steady.core(), "%"));
        }
    }

    private double backfill(Ingest ingest, Histories histories, int connectors) throws IOException {
        double highest = 0;
        long told = 0;
        for (long done = 0; done < connectors; done = histories.look().done(NAME)) {
            highest = Math.max(highest, ingest.resident().mebibytes());
            if (done - told >= Math.max(1, connectors / 10)) {
                told = done;
                bench.progress().say(done + " of " + connectors + " histories are read");
            }
        }
        return highest;
    }

    private record Steady(Samples memory, double core) {}

    private Steady steady(Ingest ingest) throws IOException {
        int seconds = bench.scale().of(60, 30, 1);
        bench.progress().say("all histories are read; polling for " + seconds + " s");
        var memory = new Samples();
        var cpu = ingest.cpu();
        long began = System.nanoTime();
        for (int second = 0; second < seconds; second++) {
            LockSupport.parkNanos(A_SECOND.toNanos());
            memory.add(ingest.resident().mebibytes());
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        return new Steady(memory, 100.0 * ingest.cpu().minus(cpu).toNanos() / took.toNanos());
    }
}
