package remfunnel.benchmarks.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Feed;
import remfunnel.benchmarks.cluster.TransformProcess;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Benchmark;
import remfunnel.benchmarks.harness.ChildJvm;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Goal;
import remfunnel.benchmarks.harness.Samples;
import remfunnel.benchmarks.ingest.Histories;
import remfunnel.benchmarks.ingest.Ingest;

/** From an order's change at the source to its fact at a consumer of committed records. */
public final class LatencyBenchmark implements Benchmark {
    private static final Goal HALF_A_SECOND = Goal.atMost(500);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** No part of the interval, so that changes fall on every moment of it. */
    private static final Duration BETWEEN_MOVES = Duration.ofMillis(173);

    private static final List<String> JVM = List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC");

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String about() {
        return "from an order's change at the source to its fact at a read_committed consumer, beyond the poll interval";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var cluster = Cluster.start(bench);
        int moves = bench.scale().of(600, 150, 5);
        try (var shop = new Shop(bench.scale().of(5_000, 2_000, 50));
                var ingest = Ingest.start(bench, cluster, 0);
                var transform = bench.add(transform(bench, cluster));
                var watch = new FactWatch(cluster, shop)) {
            transform.answer();
            readHistory(cluster, shop, ingest);
            bench.progress().say(moves + " orders move while the shop is polled every second");
            var orders = settled(watch);
            move(orders.subList(0, Math.min(moves, orders.size())), shop, watch);
            return figures(shop, watch);
        }
    }

    private static ChildJvm transform(Bench bench, Cluster cluster) {
        List<String> arguments = new ArrayList<>(cluster.arguments());
        arguments.add("--remfunnel.transform.state-dir=" + bench.directory("state"));
        var log = bench.directory("logs").resolve("transform.log");
        return ChildJvm.start(TransformProcess.class, log, JVM, arguments);
    }

    private static void readHistory(Cluster cluster, Shop shop, Ingest ingest) {
        try (var feed = new Feed(cluster);
                var histories = new Histories(cluster)) {
            ingest.entrust(Shop.CONNECTOR, shop.key());
            feed.config(shop.config(INTERVAL));
            feed.flush();
            histories.awaitDone(Shop.CONNECTOR);
        }
    }

    /** The orders that are in the funnel once no more come. */
    private static List<Long> settled(FactWatch watch) {
        int before = -1;
        while (watch.inFunnel().isEmpty() || watch.inFunnel().size() != before) {
            before = watch.inFunnel().size();
            watchFor(INTERVAL.multipliedBy(2), watch);
        }
        return watch.inFunnel();
    }

    private static void move(List<Long> orders, Shop shop, FactWatch watch) {
        for (long order : orders) {
            shop.move(order);
            watchFor(BETWEEN_MOVES, watch);
        }
        while (watch.seen() < orders.size()) {
            watch.look();
        }
    }

    private static void watchFor(Duration time, FactWatch watch) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            watch.look();
        }
    }

    private static List<Figure> figures(Shop shop, FactWatch watch) {
        var all = new Samples();
        var beyond = new Samples();
        shop.moved().forEach(order -> {
            all.add((watch.seenAt(order) - shop.movedAt(order)) / 1e6);
            beyond.add((watch.seenAt(order) - shop.polledAt(order)) / 1e6);
        });
        return List.of(
                Figure.of("from the poll that tells of it to its fact, p50", beyond.percentile(50), "ms"),
                Figure.of("from the poll that tells of it to its fact, p99", beyond.percentile(99), "ms")
                        .with(HALF_A_SECOND),
                Figure.of("from the change to its fact, polled every second, p50", all.percentile(50), "ms"),
                Figure.of("from the change to its fact, polled every second, p99", all.percentile(99), "ms"),
                Figure.of("changes", all.size(), ""));
    }
}
