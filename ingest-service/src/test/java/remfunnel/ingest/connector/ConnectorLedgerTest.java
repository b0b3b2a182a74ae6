package remfunnel.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.ingest.kafka.JournalClosedException;
import remfunnel.tracing.Tracing;

class ConnectorLedgerTest {
    private static final List<DictionaryEntry> NAMES =
            List.of(new DictionaryEntry("shop", DictionaryKind.STATUS, "1", "Новый", Map.of(), false));

    @Test
    void isNotClosedBetweenTheNamesThatAreWrittenAndTheNoteOfThem() throws InterruptedException {
        List<String> happened = new CopyOnWriteArrayList<>();
        var ledger = new ConnectorLedger("shop", entries -> happened.add("written"), Optional.empty(), Tracing.OFF);
        var closing = Thread.ofPlatform().unstarted(() -> {
            var unused = ledger.close();
            happened.add("closed");
        });

        ledger.publish(NAMES, () -> {
            closing.start();
            await().atMost(Duration.ofMinutes(3)).until(() -> closing.getState() == Thread.State.WAITING);
            happened.add("noted");
        });

        closing.join();
        assertThat(happened).containsExactly("written", "noted", "closed");
    }

    @Test
    void neitherWritesNorNotesNamesOnceItIsClosed() {
        List<String> happened = new ArrayList<>();
        var ledger = new ConnectorLedger("shop", entries -> happened.add("written"), Optional.empty(), Tracing.OFF);
        var unused = ledger.close();

        assertThatThrownBy(() -> ledger.publish(NAMES, () -> happened.add("noted")))
                .isInstanceOf(JournalClosedException.class);
        assertThat(happened).isEmpty();
    }
}
