package remfunnel.config.export;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import remfunnel.schemas.Topic;

/** Takes snapshots of topics. One at a time finds out which records count: that is the part that takes memory. */
public final class Snapshots {
    /** Each that waits holds a thread of the web server. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PATIENCE_FOR_A_QUIET_MOMENT = Duration.ofSeconds(3);

    private final Map<String, Object> consumerProperties;
    private final EndFinder ends;
    private final Duration patience;
    private final ReentrantLock indexing = new ReentrantLock(true);

    /** Finds where topics end, with the connector given those partitions of them that hold its records. */
    @FunctionalInterface
    interface EndFinder {
        Ends of(List<Topic<?>> topics, Optional<String> connector);
    }

    public Snapshots(Map<String, Object> consumerProperties, Clock clock) {
        this(
                consumerProperties,
                new TopicEnds(consumerProperties, new QuietMoment(clock, PATIENCE_FOR_A_QUIET_MOMENT))::of,
                PATIENCE);
    }

    Snapshots(Map<String, Object> consumerProperties, EndFinder ends, Duration patience) {
        this.consumerProperties = Map.copyOf(consumerProperties);
        this.ends = ends;
        this.patience = patience;
    }

    /**
     * With the connector given, of its records alone.
     *
     * @throws SnapshotsBusyException when others take snapshots for longer than a request may wait
     */
    public TopicSnapshot take(Topic<?> topic, Optional<String> connector) {
        return together(List.of(topic), connector).get(topic);
    }

    /** Of one moment in all of the topics, if one could be found: {@link TopicSnapshot#isOfOneMoment}. */
    public Map<Topic<?>, TopicSnapshot> together(List<Topic<?>> topics, Optional<String> connector) {
        TopicRecords records = new TopicRecords(consumerProperties, connector);
        if (!isOurTurn()) {
            throw new SnapshotsBusyException();
        }
        try {
            Ends end = ends.of(topics, connector);
            return topics.stream()
                    .collect(Collectors.toMap(topic -> topic, topic -> new TopicSnapshot(records, end.of(topic))));
        } finally {
            indexing.unlock();
        }
    }

    private boolean isOurTurn() {
        try {
            return indexing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
