package remfunnel.benchmarks.transform;

import java.io.IOException;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Feed;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.orders.OrderStream;
import remfunnel.benchmarks.orders.SampleShop;

/**
 * The events that every design reads: of ten shops, whose orders come again and again.
 *
 * @param warm how many are read before it counts; none where nothing but that it works is of interest
 * @param events in all
 * @param orders that the events are of
 * @param eventBytes of one, on average, not compressed
 */
record Load(OrderStream orders, long warm, long events, double eventBytes) {
    private static final int CONNECTORS = 10;

    static Load write(Bench bench, Cluster cluster) throws IOException, InterruptedException {
        // The JIT compiler takes half of the CPU for some two minutes on two cores, and next to nothing after.
        int warm = bench.scale().of(800_000, 200_000, 0);
        int measured = bench.scale().of(400_000, 100_000, 1_500);
        bench.progress().say("writing " + (warm + measured) + " events");
        var orders = new OrderStream(CONNECTORS, bench.scale().of(50_000, 20_000, 100));
        long bytes = 0;
        try (var feed = new Feed(cluster)) {
            orders.connectors().forEach(connector -> feed.config(SampleShop.config(connector)));
            for (int i = 0; i < warm + measured; i++) {
                var event = orders.next();
                bytes += event.getPayload().remaining();
                feed.order(event);
            }
            feed.flush();
        }
        return new Load(orders, warm, warm + measured, (double) bytes / (warm + measured));
    }
}
