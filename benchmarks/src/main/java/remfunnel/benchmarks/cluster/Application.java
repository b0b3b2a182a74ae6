package remfunnel.benchmarks.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topics;

/** An application of Kafka Streams as the broker knows it: how far it has read, and which topics are its own. */
public final class Application implements AutoCloseable {
    /** The last record of a partition may be the mark of a transaction, which is read but not always committed as an offset. */
    private static final long MARK = 1;

    private final Admin admin;
    private final String id;
    private final List<TopicPartition> source;

    public Application(SharedSettings settings, String id) {
        this.admin = Admin.create(settings.kafka().clientProperties());
        this.id = id;
        this.source = partitions(List.of(Topics.ORDERS.name()));
    }

    /** Order events that are dealt with, as far as that is committed. */
    public long eventsRead() {
        return sum(committed(), source);
    }

    /** What it has yet to read: order events, and what it sends to itself. */
    public long left() {
        var ends = ends(partitions(readBack()));
        ends.putAll(ends(source));
        var committed = committed();
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                .filter(behind -> behind > MARK)
                .sum();
    }

    /** How many records it wrote to topics whose names begin with its own: copies of the outputs, and changelogs. */
    public long recordsWritten() {
        var partitions = partitions(ownTopics());
        return sum(ends(partitions), partitions);
    }

    /** What it wrote is of no more use. */
    public void deleteTopics() {
        await(admin.deleteTopics(ownTopics()).all());
    }

    /** The topics between its parts, as Streams names them. */
    private Set<String> readBack() {
        return ownTopics().stream()
                .filter(name -> name.endsWith("-repartition") || name.endsWith("-topic"))
                .collect(Collectors.toSet());
    }

    private Set<String> ownTopics() {
        return await(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(id))
                .collect(Collectors.toSet());
    }

    private List<TopicPartition> partitions(Collection<String> topics) {
        return await(admin.describeTopics(topics).allTopicNames()).entrySet().stream()
                .flatMap(topic -> topic.getValue().partitions().stream()
                        .map(each -> new TopicPartition(topic.getKey(), each.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin.listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> {
                    if (committed != null) {
                        offsets.put(partition, committed.offset());
                    }
                });
        return offsets;
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        var asked = partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(asked).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static long sum(Map<TopicPartition, Long> offsets, Collection<TopicPartition> of) {
        return of.stream().mapToLong(each -> offsets.getOrDefault(each, 0L)).sum();
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
