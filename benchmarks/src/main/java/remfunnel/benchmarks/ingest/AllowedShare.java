package remfunnel.benchmarks.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Goal;
import remfunnel.benchmarks.harness.Samples;

/** What a back-fill makes of the three requests a second that the source allows; none may be one too many. */
final class AllowedShare {
    private static final Goal NEARLY_ALL = Goal.atLeast(98);
    private static final int PER_SECOND = 3;
    private static final String NAME = "allowed";
    private static final int ORDERS = 50_000;
    /** About what the source takes, so that requests cannot be made up for at once. */
    private static final int LATENCY_MILLIS = 100;

    private static final Duration LOOK = Duration.ofMillis(4);

    private final Bench bench;
    private final Cluster cluster;

    AllowedShare(Bench bench, Cluster cluster) {
        this.bench = bench;
        this.cluster = cluster;
    }

    List<Figure> measure() {
        var share = new Samples();
        try (var accounts = Accounts.open(bench, NAME, new Accounts.Kind(1, ORDERS, PER_SECOND, LATENCY_MILLIS));
                var ingest = Ingest.start(bench, cluster, PER_SECOND);
                var histories = new Histories(cluster)) {
            ingest.follow(NAME, accounts.baseUrl(), accounts.key(0));
            histories.awaitBegun(NAME);
            int requests = bench.scale().of(90, 30, 6);
            for (int slice = 0; slice <= bench.scale().of(4, 2, 1); slice++) {
                bench.progress().say((slice == 0 ? "warm-up " : "") + requests + " requests at 3 a second");
                double percent = 100.0 * requests / PER_SECOND / seconds(accounts, requests);
                if (slice > 0) {
                    share.add(percent);
                }
            }
            ingest.pause(NAME, accounts.baseUrl());
            return List.of(
                    Figure.of("requests used of those allowed, 3 a second", share, "%")
                            .with(NEARLY_ALL),
                    Figure.of(
                                    "requests refused as too many",
                                    (double) accounts.counts().tooMany(),
                                    "")
                            .with(Goal.atMost(0)));
        }
    }

    /** From one request to the one so many later: requests come in bursts, and a fixed time would cut one. */
    private static double seconds(Accounts accounts, int requests) {
        long first = nextAfter(accounts, accounts.counts().requests());
        long began = System.nanoTime();
        nextAfter(accounts, first + requests - 1);
        return (System.nanoTime() - began) / 1e9;
    }

    private static long nextAfter(Accounts accounts, long count) {
        long now = accounts.counts().requests();
        while (now <= count) {
            LockSupport.parkNanos(LOOK.toNanos());
            now = accounts.counts().requests();
        }
        return now;
    }
}
