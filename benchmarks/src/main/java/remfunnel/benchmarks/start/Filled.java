package remfunnel.benchmarks.start;

import java.io.IOException;
import java.time.Duration;
import remfunnel.benchmarks.cluster.Feed;
import remfunnel.benchmarks.cluster.Lag;
import remfunnel.benchmarks.cluster.Tail;
import remfunnel.benchmarks.harness.Progress;
import remfunnel.benchmarks.orders.OrderStream;
import remfunnel.benchmarks.orders.SampleShop;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topics;

/** A shop whose orders a machine has in state. */
final class Filled {
    private static final int LINE = 200_000;

    private final SharedSettings settings;
    private final OrderStream orders;
    private final Progress progress;

    Filled(SharedSettings settings, int orders, Progress progress) throws IOException, InterruptedException {
        this.settings = settings;
        this.orders = new OrderStream(1, orders);
        this.progress = progress;
    }

    /** Returns when every order is a fact. */
    void fill() {
        try (var feed = new Feed(settings)) {
            feed.config(SampleShop.config(orders.connectors().getFirst()));
            feed.flush();
            for (int i = 0; i < orders.orders(); i++) {
                if (i % LINE == 0) {
                    progress.say("wrote " + i + " orders of " + orders.orders());
                }
                feed.order(orders.of(i));
            }
            feed.flush();
            Lag.awaitNone(settings, progress);
        }
    }

    /** How long an order's change takes from now on to be a fact that BI can read. */
    Duration untilFact() {
        try (var facts = Tail.of(settings.kafka().clientProperties(), Topics.FACTS.name())
                        .fromTheEnd();
                var feed = new Feed(settings)) {
            long began = System.nanoTime();
            feed.order(orders.of(0));
            feed.flush();
            facts.awaitRecords(1);
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}
