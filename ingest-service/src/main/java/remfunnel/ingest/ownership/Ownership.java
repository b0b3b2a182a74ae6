package remfunnel.ingest.ownership;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.ingest.connector.Surroundings;
import remfunnel.ingest.kafka.KafkaAccess;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.Topics;

/**
 * A member of the group that shares the partitions of {@code funnel.config.active}. It reads nothing there: to be given
 * a partition is to own its connectors.
 */
public final class Ownership implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Ownership.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration BEFORE_ANEW = Duration.ofSeconds(2);

    private final KafkaAccess kafka;
    private final Surroundings around;
    private final Runnable preparation;
    private final Map<Integer, PartitionWork> works = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean member;

    /** @param preparation what has to have succeeded before anything is read or polled */
    public Ownership(KafkaAccess kafka, Surroundings around, Runnable preparation) {
        this.kafka = kafka;
        this.around = around;
        this.preparation = preparation;
        this.thread = Thread.ofPlatform()
                .name("ingest-ownership")
                .unstarted(around.vitals().watched("ingest-ownership", this::run));
    }

    public void start() {
        thread.start();
    }

    /** Whether the group knows us, and every partition that it gave us is being worked on. */
    public boolean isReady() {
        return member && works.values().stream().allMatch(PartitionWork::isWorking);
    }

    /** The partitions whose connectors are ours. */
    public List<Integer> partitions() {
        return works.keySet().stream().sorted().toList();
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isStoppedWithin(Duration.ZERO)) {
            try {
                preparation.run();
                belong();
            } catch (AuthenticationException | AuthorizationException refused) {
                LOGGER.atError()
                        .setCause(refused)
                        .log("Kafka refuses the login of this service, or what it asks for: ./remfunnel acls prints the"
                                + " ACLs that it needs. It is tried again");
            } catch (KafkaException | RegistryUnavailableException away) {
                LOGGER.atWarn().setCause(away).log("Kafka or the registry is away; it is tried again");
            }
            member = false;
            if (isStoppedWithin(BEFORE_ANEW)) {
                return;
            }
        }
    }

    private void belong() {
        try (var consumer =
                new KafkaConsumer<>(kafka.member(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.CONFIG_ACTIVE.name()), new Changes(consumer));
            while (!isStoppedWithin(Duration.ZERO)) {
                consumer.poll(WAIT);
            }
        } finally {
            stopWorks(List.copyOf(works.keySet()));
        }
    }

    private void stopWorks(Collection<Integer> partitions) {
        var ended =
                partitions.stream().map(works::remove).filter(Objects::nonNull).toList();
        ended.forEach(PartitionWork::signalStop);
        ended.forEach(PartitionWork::stop);
    }

    private boolean isStoppedWithin(Duration wait) {
        try {
            return stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What the group decides. */
    private final class Changes implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;

        Changes(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            member = true;
            consumer.pause(assigned);
            for (TopicPartition given : assigned) {
                var work = new PartitionWork(given.partition(), kafka, around);
                works.put(given.partition(), work);
                work.start();
            }
            LOGGER.atInfo().addKeyValue("partitions", partitions()).log("These connectors are ours");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            stopWorks(revoked.stream().map(TopicPartition::partition).toList());
        }
    }
}
