package remfunnel.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells of transactions that nobody ends: a reader of committed records sees nothing that was written after one of them, whoever wrote it. The
 * broker ends those whose time is up, but for those that it has lost sight of, as Kafka's own tool kafka-transactions.sh knows them.
 */
@Component
class OpenTransactions implements MeterBinder, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(OpenTransactions.class);
    private static final int LOOKS = 4;

    private final Supplier<Map<TopicPartition, StableEnds.Ends>> ends;
    private final LongSupplier nanos;
    private final Duration patience;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("open-transactions").daemon().factory());
    private Map<TopicPartition, Open> open = Map.of();

    /** The first open transaction of a partition, and when it was seen first and last. */
    private record Open(long offset, long since, long until) {}

    /** One that is open for longer than any may be; seen: how long it was seen to be. */
    record Hanging(TopicPartition partition, long offset, Duration seen) {}

    @Autowired
    OpenTransactions(StableEnds ends, @Value("${config.longest-transaction}") Duration patience) {
        this(ends, System::nanoTime, patience);
    }

    OpenTransactions(Supplier<Map<TopicPartition, StableEnds.Ends>> ends, LongSupplier nanos, Duration patience) {
        this.ends = ends;
        this.nanos = nanos;
        this.patience = patience;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        long every = patience.toMillis() / LOOKS;
        var unused = looking.scheduleWithFixedDelay(this::lookSafely, 0, every, TimeUnit.MILLISECONDS);
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOGGER.warn("Open transactions could not be looked for; it is tried again", e);
        }
    }

    void look() {
        List<Hanging> before = hanging();
        note(ends.get());
        hanging().stream()
                .filter(each -> before.stream().noneMatch(one -> one.partition().equals(each.partition())))
                .forEach(each -> LOGGER.atWarn()
                        .addKeyValue("partition", each.partition())
                        .addKeyValue("offset", each.offset())
                        .log("A transaction does not end; readers of committed records see nothing behind it"));
    }

    /** Of a partition that was not answered for, what was seen last is kept: it is neither over nor seen again. */
    private synchronized void note(Map<TopicPartition, StableEnds.Ends> answered) {
        Map<TopicPartition, Open> next = new HashMap<>(open);
        long now = nanos.getAsLong();
        answered.forEach((partition, at) -> {
            Open former = next.remove(partition);
            if (at.areApart()) {
                boolean isSame = former != null && former.offset == at.stable();
                next.put(partition, new Open(at.stable(), isSame ? former.since : now, now));
            }
        });
        open = next;
    }

    /** In the order of their topics and partitions. */
    synchronized List<Hanging> hanging() {
        return open.entrySet().stream()
                .map(each -> new Hanging(
                        each.getKey(),
                        each.getValue().offset,
                        Duration.ofNanos(each.getValue().until - each.getValue().since)))
                .filter(each -> each.seen().compareTo(patience) > 0)
                .sorted(Comparator.comparing((Hanging each) -> each.partition().topic())
                        .thenComparingInt(each -> each.partition().partition()))
                .toList();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("remfunnel.transactions.hanging", this, it -> it.hanging().size())
                .register(registry);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
