package remfunnel.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
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

    /** Of the topics that this service may see; empty where the broker does not answer. */
    @Override
    public Map<TopicPartition, Ends> get() {
        try (Admin admin = Admin.create(TopicChecks.impatient(settings, PATIENCE_MS))) {
            Map<TopicPartition, OffsetSpec> latest = partitions(admin).stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            // Asked for first: what is written meanwhile makes them no nearer than they are.
            var stable = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
            stable.all().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            var written = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
            Map<TopicPartition, Ends> ends = new HashMap<>();
            for (TopicPartition partition : latest.keySet()) {
                ends.put(partition, new Ends(offset(stable, partition), offset(written, partition)));
            }
            return ends;
        } catch (ExecutionException | TimeoutException | KafkaException unknown) {
            return Map.of();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static long offset(ListOffsetsResult result, TopicPartition partition)
            throws ExecutionException, InterruptedException, TimeoutException {
        return result.partitionResult(partition)
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .offset();
    }

    private static List<TopicPartition> partitions(Admin admin) {
        var topics = admin.describeTopics(Topics.ALL.stream().map(Topic::name).toList());
        return topics.topicNameValues().values().stream()
                .flatMap(StableEnds::partitions)
                .toList();
    }

    /** None of a topic that is not there yet, or that is none of this service's business. */
    private static Stream<TopicPartition> partitions(KafkaFuture<TopicDescription> topic) {
        try {
            TopicDescription there = topic.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return IntStream.range(0, there.partitions().size())
                    .mapToObj(number -> new TopicPartition(there.name(), number));
        } catch (ExecutionException | TimeoutException unseen) {
            return Stream.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }
}
