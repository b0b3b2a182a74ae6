package remfunnel.ingest.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.Party;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;

/**
 * The transactions of one owned partition. Its transactional id is the partition's, so the next owner fences this one.
 * One thread of its own writes: loops wait for it without holding a thread, and no interruption cuts a commit in two.
 */
public final class PartitionJournal implements Journal, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PartitionJournal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int partition;
    private final Records records;
    private final Producer<String, byte[]> producer;
    private final Map<Topic<?>, Serializer<?>> serializers = new HashMap<>();
    private final ExecutorService writer;
    private volatile boolean broken;

    /** Fences a former owner and ends what it left open. */
    public PartitionJournal(int partition, KafkaAccess kafka) {
        this.partition = partition;
        this.records = kafka.records();
        this.producer = new KafkaProducer<>(
                kafka.producer(Party.INGEST_GROUP + '-' + partition),
                new StringSerializer(),
                new ByteArraySerializer());
        this.writer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ingest-journal-" + partition).daemon().factory());
        try {
            producer.initTransactions();
        } catch (RuntimeException failure) {
            close();
            throw new JournalClosedException("The partition's transactions cannot be begun", failure);
        }
    }

    @Override
    public void write(List<Entry<?>> entries) {
        try {
            writer.submit(() -> transact(entries)).get();
        } catch (RejectedExecutionException closed) {
            throw new JournalClosedException("The journal of partition " + partition + " is closed", closed);
        } catch (ExecutionException failure) {
            throw new JournalClosedException("The journal of partition " + partition + " failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JournalClosedException("Interrupted while waiting for a commit", interrupted);
        }
    }

    /** Whether a transaction failed, so that only a new journal can go on. */
    public boolean isBroken() {
        return broken;
    }

    private void transact(List<Entry<?>> entries) {
        if (broken) {
            throw new JournalClosedException("A former transaction failed");
        }
        boolean committed = false;
        try {
            producer.beginTransaction();
            entries.forEach(this::send);
            producer.commitTransaction();
            committed = true;
        } catch (RuntimeException failure) {
            LOGGER.atWarn()
                    .addKeyValue("partition", partition)
                    .addKeyValue("records", entries.size())
                    .setCause(failure)
                    .log("A transaction failed; the partition is begun anew if it is still ours");
            throw failure;
        } finally {
            broken = !committed;
        }
    }

    /** What becomes of it is said by the commit. */
    private void send(Entry<?> entry) {
        var unused = producer.send(record(entry));
    }

    private <V> ProducerRecord<String, byte[]> record(Entry<V> entry) {
        String topic = entry.topic().name();
        byte[] value = entry.value()
                .map(present -> serializer(entry.topic()).serialize(topic, present))
                .orElse(null);
        var record = new ProducerRecord<>(topic, partition, entry.key(), value);
        entry.life().ifPresent(life -> LifeHeader.write(record.headers(), life));
        entry.trace().ifPresent(trace -> trace.write(record.headers()));
        return record;
    }

    @SuppressWarnings("unchecked")
    private <V> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>) serializers.computeIfAbsent(topic, records::serializer);
    }

    /** Lets a commit under way end; an open transaction is aborted by the broker when the next owner begins. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        producer.close(PATIENCE);
        serializers.values().forEach(Serializer::close);
    }
}
