package remfunnel.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topics;

/** Asks the broker how much of remonline.orders the transform has still to read. */
@Component
class UnreadOrders implements Supplier<List<Long>>, AutoCloseable {
    private static final int PATIENCE_MS = 3_000;

    /** The last record of a partition may be the mark of a transaction, which is read but never committed as an offset. */
    private static final long MARK = 1;

    private final Map<String, Object> properties;
    private final String group;
    private final int patienceMs;
    private Optional<Admin> admin = Optional.empty();

    @Autowired
    UnreadOrders(SharedSettings settings, @Value("${config.transform-application}") String group) {
        this(settings, group, PATIENCE_MS);
    }

    UnreadOrders(SharedSettings settings, String group, int patienceMs) {
        this.properties = TopicChecks.impatient(settings, patienceMs);
        this.group = group;
        this.patienceMs = patienceMs;
    }

    /** Partition by partition; empty where the broker does not answer, or not that. */
    @Override
    public synchronized List<Long> get() {
        try {
            return unread(connected());
        } catch (ExecutionException | TimeoutException | KafkaException unknown) {
            return List.of();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Not before it is needed: a client cannot be made while the broker's name is not known. */
    private Admin connected() {
        Admin client = admin.orElseGet(() -> Admin.create(properties));
        admin = Optional.of(client);
        return client;
    }

    private List<Long> unread(Admin client) throws ExecutionException, InterruptedException, TimeoutException {
        String topic = Topics.ORDERS.name();
        int count = answer(client.describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions()
                .size();
        List<TopicPartition> partitions = IntStream.range(0, count)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        var ends = answer(client.listOffsets(
                        partitions.stream()
                                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        // Of these alone: of the group's internal topics it may not know.
        var committed = answer(client.listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)))
                .partitionsToOffsetAndMetadata(group));
        return partitions.stream()
                .map(partition -> unread(
                        ends.get(partition).offset(),
                        Optional.ofNullable(committed.get(partition)).map(each -> each.offset())))
                .toList();
    }

    private <T> T answer(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(patienceMs, TimeUnit.MILLISECONDS);
    }

    static long unread(long end, Optional<Long> committed) {
        long left = end - committed.orElse(0L);
        return left <= MARK ? 0 : left;
    }

    @Override
    public synchronized void close() {
        admin.ifPresent(Admin::close);
    }
}
