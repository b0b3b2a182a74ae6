package remfunnel.ingest.ownership;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.ingest.connector.Connectors;
import remfunnel.ingest.connector.Surroundings;
import remfunnel.ingest.kafka.JournalClosedException;
import remfunnel.ingest.kafka.KafkaAccess;
import remfunnel.ingest.kafka.PartitionJournal;
import remfunnel.ingest.kafka.PartitionReader;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.Topics;

/** The work for one owned partition: begun anew from what was committed whenever Kafka or the registry failed it. */
final class PartitionWork {
    private static final Logger LOGGER = LoggerFactory.getLogger(PartitionWork.class);
    private static final Duration BEFORE_ANEW = Duration.ofSeconds(2);
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final int partition;
    private final KafkaAccess kafka;
    private final Surroundings around;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean working;

    PartitionWork(int partition, KafkaAccess kafka, Surroundings around) {
        this.partition = partition;
        this.kafka = kafka;
        this.around = around;
        var name = "ingest-partition-" + partition;
        this.thread = Thread.ofPlatform()
                .name(name)
                .daemon()
                .unstarted(around.vitals().watched(name, this::run));
    }

    void start() {
        thread.start();
    }

    boolean isWorking() {
        return working;
    }

    /** Asks it to end, without waiting. */
    void signalStop() {
        stopped.countDown();
    }

    /** Returns when nothing of it writes any more. */
    void stop() {
        signalStop();
        try {
            thread.join(TO_STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isStoppedWithin(Duration.ZERO)) {
            try {
                workUntilStoppedOrBroken();
            } catch (KafkaException | JournalClosedException | RegistryUnavailableException failure) {
                LOGGER.atWarn()
                        .addKeyValue("partition", partition)
                        .setCause(failure)
                        .log("The partition's work broke off and is begun anew");
            }
            working = false;
            if (isStoppedWithin(BEFORE_ANEW)) {
                return;
            }
        }
    }

    private void workUntilStoppedOrBroken() {
        try (var journal = new PartitionJournal(partition, kafka);
                var connectors = new Connectors(journal, around);
                var reader = reader(connectors)) {
            reader.readToEnd();
            reader.followOnly(List.of(Topics.CONFIG_ACTIVE, Topics.CREDENTIALS));
            connectors.begin();
            working = true;
            while (!journal.isBroken() && !isStoppedWithin(Duration.ZERO)) {
                reader.pass();
            }
        }
    }

    private PartitionReader reader(Connectors connectors) {
        var records = kafka.records();
        return new PartitionReader(partition, kafka)
                .route(Topics.CHECKPOINTS, records.reader(Topics.CHECKPOINTS), connectors::checkpoint)
                .route(Topics.DICTIONARIES, records.reader(Topics.DICTIONARIES), connectors::name)
                .route(Topics.CREDENTIALS, records.reader(Topics.CREDENTIALS), connectors::secret)
                .route(Topics.STATUS, records.reader(Topics.STATUS), connectors::status)
                .route(Topics.CONFIG_ACTIVE, records.reader(Topics.CONFIG_ACTIVE), connectors::config);
    }

    private boolean isStoppedWithin(Duration wait) {
        try {
            return stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
