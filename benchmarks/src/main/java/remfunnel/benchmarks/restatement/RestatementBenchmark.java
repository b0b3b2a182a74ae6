package remfunnel.benchmarks.restatement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import remfunnel.FunnelConfig;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Feed;
import remfunnel.benchmarks.cluster.Lag;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.Benchmark;
import remfunnel.benchmarks.harness.Figure;
import remfunnel.benchmarks.harness.Goal;
import remfunnel.benchmarks.orders.OrderStream;
import remfunnel.benchmarks.orders.SampleShop;

/** A million orders of one shop judged again, on one stream thread, while a hundred live events a second go on; and replayed. */
public final class RestatementBenchmark implements Benchmark {
    private static final double SECONDS_A_MILLION = 12;
    private static final Goal A_SECOND = Goal.atMost(1_000);
    private static final int LINE = 200_000;

    @Override
    public String name() {
        return "restatement";
    }

    @Override
    public String about() {
        return "a million orders of a connector judged again while live orders go on, and derived again from all events";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var cluster = Cluster.start(bench);
        int count = Integer.getInteger("remfunnel.bench.orders", bench.scale().of(1_000_000, 50_000, 500));
        var orders = new OrderStream(1, count);
        var shop = orders.connectors().getFirst();
        List<Figure> figures = new ArrayList<>(List.of(Figure.of("orders", count, "")));
        try (var feed = new Feed(cluster);
                var transform = OneThread.start(bench, cluster)) {
            fill(bench, feed, orders);
            Lag.awaitNone(cluster, bench.progress());
            try (var changes = new Changes(cluster, feed, orders)) {
                var idle = changes.idle(Duration.ofSeconds(bench.scale().of(15, 5, 1)));
                figures.add(Figure.of("live event to fact, nothing else going on, p99", idle.percentile(99), "ms"));
                bench.progress().say("the orders of one status move to another stage");
                figures.addAll(figures("some in another stage", changes.make(SampleShop.regrouped(shop)), count));
                bench.progress().say("every order costs something else");
                figures.addAll(figures("all with another cost", changes.make(dearer(shop)), count));
            }
            figures.addAll(replay(bench, cluster, transform, count));
        }
        return figures;
    }

    private static void fill(Bench bench, Feed feed, OrderStream orders) {
        feed.config(SampleShop.config(orders.connectors().getFirst()));
        for (int place = 0; place < orders.orders(); place++) {
            if (place % LINE == 0) {
                bench.progress().say("wrote " + place + " orders of " + orders.orders());
            }
            feed.order(orders.of(place));
        }
        feed.flush();
    }

    private static FunnelConfig dearer(String shop) {
        return FunnelConfig.newBuilder(SampleShop.regrouped(shop))
                .setCost("parts_cost + total * acquiring + 1")
                .build();
    }

    private static List<Figure> figures(String what, Changes.Change change, int orders) {
        return List.of(
                Figure.of("restated, " + what, change.seconds(), "s").with(atMost(orders)),
                Figure.of("facts written, " + what, (double) change.facts(), ""),
                Figure.of(
                        "live event to fact meanwhile, " + what + ", p50",
                        change.live().percentile(50),
                        "ms"),
                Figure.of(
                                "live event to fact meanwhile, " + what + ", p99",
                                change.live().percentile(99),
                                "ms")
                        .with(A_SECOND));
    }

    private static Goal atMost(int orders) {
        return Goal.atMost(SECONDS_A_MILLION * orders / 1_000_000);
    }

    /** Without live orders: those would wait behind all that came before them. */
    private static List<Figure> replay(Bench bench, Cluster cluster, OneThread transform, int orders) {
        bench.progress().say("everything is derived again from the first event");
        transform.stop();
        transform.reset();
        long began = System.nanoTime();
        transform.startAgain();
        double ready = (System.nanoTime() - began) / 1e9;
        Lag.awaitNone(cluster, bench.progress());
        double seconds = (System.nanoTime() - began) / 1e9;
        return List.of(
                Figure.of("full replay, with the start of the service", seconds, "s"),
                Figure.of("of that, the start of the service", ready, "s"),
                Figure.of("orders replayed a second", orders / seconds, "/s"));
    }
}
