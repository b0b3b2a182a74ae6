package remfunnel.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

/** Asks the broker up to where readers of committed records see our topics, and how far these are written. */
@Component
class StableEnds implements Supplier<Map<TopicPartition, StableEnds.Ends>> {
    private static final int PATIENCE_MS = 5_000;

    private final SharedSettings settings;

    /**
     * Of a partition.
     *
     * @param stable where the first transaction that is open begins; the end where none is
     */
    record Ends(long stable, long written) {
        boolean areApart() {
            return stable < written;
        }
    }

    StableEnds(SharedSettings settings) {
        this.settings = settings;
    }

    /** Of the topics that this service may see; without those partitions that nobody answers for. */
    @Override
    public Map<TopicPartition, Ends> get() {
        try (Admin admin = Admin.create(TopicChecks.impatient(settings, PATIENCE_MS))) {
            // Asked for first: what is written meanwhile makes them no nearer than they are.
            Map<TopicPartition, Long> stable = offsets(admin, partitions(admin), IsolationLevel.READ_COMMITTED);
            Map<TopicPartition, Long> written = offsets(admin, stable.keySet(), IsolationLevel.READ_UNCOMMITTED);
            return written.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> new Ends(stable.get(end.getKey()), end.getValue())));
        } catch (KafkaException unknown) {
            return Map.of();
        }
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, IsolationLevel isolation) {
        var asked = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest())),
                new ListOffsetsOptions(isolation));
        Map<TopicPartition, Long> found = new HashMap<>();
        partitions.forEach(partition ->
                answer(asked.partitionResult(partition)).ifPresent(end -> found.put(partition, end.offset())));
        return found;
    }

    private static List<TopicPartition> partitions(Admin admin) {
        var topics = admin.describeTopics(Topics.ALL.stream().map(Topic::name).toList());
        return topics.topicNameValues().values().stream()
                .flatMap(topic -> answer(topic).stream())
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .toList();
    }

    /** Empty where there is none in time: the topic is not there yet, may not be seen, or has no leader. */
    private static <T> Optional<T> answer(KafkaFuture<T> future) {
        try {
            return Optional.of(future.get(PATIENCE_MS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
