package remfunnel.benchmarks.restatement;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Feed;
import remfunnel.benchmarks.cluster.Tail;
import remfunnel.benchmarks.harness.Samples;
import remfunnel.benchmarks.orders.OrderStream;
import remfunnel.schemas.Topics;

/** A hundred events a second, and how long each takes to be a fact that BI can read. */
final class Live implements AutoCloseable {
    private static final long MICROS_BETWEEN = 10_000;
    private static final byte[] OF_AN_EVENT = "EVENT".getBytes(StandardCharsets.UTF_8);

    private final ScheduledExecutorService feeding = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final Map<String, Long> seenAt = new HashMap<>();
    private final Feed feed;
    private final Tail facts;
    private final Future<?> fed;
    private long restated;

    Live(Cluster cluster, OrderStream orders) {
        this.feed = new Feed(cluster);
        this.facts = Tail.of(cluster, Topics.FACTS.name()).fromTheEnd();
        this.fed = feeding.scheduleAtFixedRate(() -> send(orders), 0, MICROS_BETWEEN, TimeUnit.MICROSECONDS);
    }

    private void send(OrderStream orders) {
        long now = System.nanoTime();
        feed.order(orders.next(), written -> sentAt.put(written.partition() + "/" + written.offset(), now));
    }

    void look() {
        if (fed.isDone()) {
            throw new IllegalStateException("live events are no longer sent", fed.exceptionNow());
        }
        facts.poll(this::take);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        if (Arrays.equals(headers.lastHeader("cause").value(), OF_AN_EVENT)) {
            seenAt.put(text(headers, "partition") + "/" + text(headers, "offset"), System.nanoTime());
        } else {
            restated++;
        }
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Facts that were written for another reason than an event, so far. */
    long restated() {
        return restated;
    }

    /** Of the events sent between two moments of {@link System#nanoTime} that have led to a fact so far, in milliseconds. */
    Samples between(long from, long until) {
        var samples = new Samples();
        seenAt.forEach((event, seen) -> {
            var sent = sentAt.get(event);
            if (sent != null && sent - from >= 0 && sent - until < 0) {
                samples.add((seen - sent) / 1e6);
            }
        });
        return samples;
    }

    @Override
    public void close() {
        feeding.shutdownNow();
        feeding.close();
        feed.close();
        facts.close();
    }
}
