package remfunnel.standalone.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import remfunnel.schemas.Topic;

/** The topology as Kafka sees it: a group with offsets. */
final class Application implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final String id;
    private final Admin admin;

    Application(String id, Map<String, Object> kafka) {
        this.id = id;
        this.admin = Admin.create(kafka);
    }

    String id() {
        return id;
    }

    /**
     * Offsets cannot be moved under an instance that runs. One that was killed counts as running until its session ends, and
     * a broker that starts begins the session anew.
     *
     * @param patience how long is waited for that
     */
    void checkStopped(Duration patience, PrintWriter out) {
        if (isRunning() && !stops(patience, out)) {
            throw new CannotReplay("The topology '" + id + "' is running. Stop every instance of it first"
                    + " (Ctrl-C for ./remfunnel up), then run this again; if it was killed, in half a minute.");
        }
    }

    private boolean stops(Duration patience, PrintWriter out) {
        if (patience.isPositive()) {
            out.println("The topology '" + id + "' was killed: waiting until Kafka counts it as gone, at most "
                    + patience.toSeconds() + " s.");
            out.flush();
        }
        boolean runs = true;
        for (long from = System.nanoTime(); runs && System.nanoTime() - from < patience.toNanos(); ) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            runs = isRunning();
        }
        return !runs;
    }

    private boolean isRunning() {
        try {
            var described =
                    admin.describeConsumerGroups(List.of(id)).all().get().get(id);
            return described.groupState() != GroupState.EMPTY && described.groupState() != GroupState.DEAD;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw unreachable(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kafka's reset takes topics that begin with an application's id for its own: those of an application whose id goes on as well. */
    void checkAlone() {
        var taken = await(admin.listGroups().valid()).stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(id + '-'))
                .toList();
        if (!taken.isEmpty()) {
            throw new CannotReplay(
                    "A reset of '" + id + "' would delete the state of " + String.join(", ", taken)
                            + " as well, whose id begins with it. Delete that group if nobody needs it, or give one of them another id.");
        }
    }

    boolean hasTopic(String name) {
        return await(admin.listTopics().names()).contains(name);
    }

    List<TopicPartition> partitions(Topic<?> topic) {
        return partitions(topic.name());
    }

    List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, partitionsOf(topic))
                .mapToObj(each -> new TopicPartition(topic, each))
                .toList();
    }

    int partitionsOf(String topic) {
        var described = await(admin.describeTopics(List.of(topic)).allTopicNames());
        return described.get(topic).partitions().size();
    }

    Map<TopicPartition, Long> committed() {
        var offsets = await(admin.listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata());
        return offsets.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }

    /** What a reader of committed records can reach. */
    Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec where) {
        var asked = partitions.stream().collect(Collectors.toMap(each -> each, each -> where));
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return await(admin.listOffsets(asked, options).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> offset(each.getValue()).orElse(-1L)));
    }

    /** Empty where no record is that late. */
    private static Optional<Long> offset(ListOffsetsResultInfo found) {
        return Optional.of(found.offset()).filter(each -> each >= 0);
    }

    void move(Map<TopicPartition, Long> offsets) {
        await(admin.alterConsumerGroupOffsets(
                        id,
                        offsets.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, each -> new OffsetAndMetadata(each.getValue()))))
                .all());
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw unreachable(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static CannotReplay unreachable(ExecutionException failure) {
        return new CannotReplay(
                "The broker did not answer: " + failure.getCause().getMessage());
    }

    @Override
    public void close() {
        admin.close();
    }
}
