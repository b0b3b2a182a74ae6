package remfunnel.config.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import remfunnel.config.audit.TotalsAudit;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

class SnapshotsTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    private final Snapshots snapshots = new Snapshots(Map.of(), this::held, Duration.ofMillis(50));
    private final TotalsAudit audit = new TotalsAudit(snapshots, new PlainRecords(), () -> {});
    private Thread first;

    @BeforeEach
    void begin() throws InterruptedException {
        first = Thread.ofPlatform()
                .uncaughtExceptionHandler((thread, over) -> {})
                .start(this::recount);
        begun.await();
    }

    @AfterEach
    void letGo() throws InterruptedException {
        free.countDown();
        first.join();
    }

    /** Keeps the one who takes a snapshot at work. */
    private Ends held(List<Topic<?>> topics, Optional<String> connector) {
        begun.countDown();
        try {
            free.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the test is over");
    }

    private void recount() {
        audit.run(Optional.empty(), id -> Optional.empty());
    }

    @Test
    void oneThatWouldWaitForLongIsPutOff() {
        assertThatThrownBy(() -> snapshots.take(Topics.FACTS, Optional.empty()))
                .isInstanceOf(SnapshotsBusyException.class);
    }

    @Test
    void oneRecountIsMadeAtATime() {
        assertThatThrownBy(this::recount).isInstanceOf(SnapshotsBusyException.class);
    }
}
