package remfunnel.benchmarks.restatement;

import java.time.Duration;
import remfunnel.FunnelConfig;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Feed;
import remfunnel.benchmarks.harness.Samples;
import remfunnel.benchmarks.orders.OrderStream;

/** Changes of the configuration while live orders go on. */
final class Changes implements AutoCloseable {
    /** Live events of the last moments have yet to become facts. */
    private static final Duration ECHO = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Live live;
    private final StatusWatch statuses;
    private final Feed feed;
    /** A revision is an offset, and nobody else writes configurations: the first was that of the shop as it began. */
    private long revision;

    Changes(Cluster cluster, Feed feed, OrderStream orders) {
        this.feed = feed;
        this.statuses = new StatusWatch(cluster);
        this.live = new Live(cluster, orders);
    }

    /**
     * What became of one.
     *
     * @param seconds from the moment it was written to the one when its last fact could be read
     * @param facts written for it
     * @param live how long events took to be facts meanwhile, in milliseconds
     */
    record Change(double seconds, long facts, Samples live) {}

    /** How long events take to be facts when nothing else goes on, in milliseconds. */
    Samples idle(Duration time) {
        look(time);
        long began = System.nanoTime();
        look(time);
        return sentSince(began);
    }

    Change make(FunnelConfig config) {
        revision++;
        long restated = live.restated();
        long began = System.nanoTime();
        feed.config(config);
        feed.flush();
        while (statuses.settled() < revision) {
            live.look();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var meanwhile = sentSince(began);
        return new Change(seconds, live.restated() - restated, meanwhile);
    }

    /**
     * Of what was sent up to now, with what becomes a fact a little later: who counts only what was fast enough to be seen already
     * measures too well. At least one, as a slow machine may not have come that far where little is measured.
     */
    private Samples sentSince(long began) {
        long now = System.nanoTime();
        look(ECHO);
        var sent = live.between(began, now);
        while (sent.size() == 0) {
            if (System.nanoTime() - now > PATIENCE.toNanos()) {
                throw new IllegalStateException("no live event became a fact within " + PATIENCE);
            }
            live.look();
            sent = live.between(began, System.nanoTime());
        }
        return sent;
    }

    private void look(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            live.look();
        }
    }

    @Override
    public void close() {
        live.close();
        statuses.close();
    }
}
