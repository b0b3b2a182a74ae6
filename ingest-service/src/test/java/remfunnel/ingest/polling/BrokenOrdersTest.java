package remfunnel.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.schemas.Topic;

/** One order that cannot be published, or one wrong answer, costs no other order. */
class BrokenOrdersTest {
    private static final Connector CONNECTOR =
            new Connector("test", ApiVersion.V1, "V1 ", Connector.BEFORE_ANY_ORDER, false, 0, 0);

    private final RestlessClient client = new RestlessClient(4).with(120);
    private final MemoryLedger ledger = new MemoryLedger(Position.begin(CONNECTOR, client.now()));
    private final Tally tally = new Tally();
    private final Account account = account();

    BrokenOrdersTest() {
        client.calm();
    }

    @Test
    void leavesOutAnUnreadableOrderAndReadsTheOthers() {
        client.breakOne();
        client.changeAll();
        client.pass(10);
        var poller = new OrderPoller(account);

        poller.pollOnce();
        client.pass(10);
        poller.pollOnce();

        assertThat(ledger.payloads()).hasSize(120);
        assertThat(tally.of(Count.UNREADABLE)).isEqualTo(1);
        assertThat(tally.leftOut().message()).contains("1; the latest: order 7.");
        assertThat(ledger.position().completeUntil()).isEqualTo(client.now().minusSeconds(1));
    }

    @Test
    void leavesOutAnOrderThatKafkaWouldRefuse() {
        client.changeAll();
        long large = client.make(Topic.MAX_RECORD_BYTES);
        client.pass(10);
        var poller = new OrderPoller(account);

        poller.pollOnce();
        client.pass(10);
        poller.pollOnce();

        assertThat(ledger.payloads()).hasSize(120);
        assertThat(tally.of(Count.TOO_LARGE)).isEqualTo(1);
        assertThat(tally.leftOut().message()).contains("order " + large + " of 8388608 bytes");
    }

    @Test
    void readsHistoryBesideALargeOrder() {
        client.make(Topic.MAX_RECORD_BYTES);
        client.pass(120);
        ledger.record(List.of(), before -> Position.begin(CONNECTOR, client.now()));
        var history = new HistoryReader(account);

        while (!ledger.position().historyDone()) {
            history.readOnce();
        }

        assertThat(ledger.payloads()).hasSize(120);
        assertThat(tally.of(Count.TOO_LARGE)).isEqualTo(1);
    }

    @Test
    void losesNoChangeToASingleAnswerFromTheFuture() {
        var poller = new OrderPoller(account);
        client.pass(10);
        poller.pollOnce();
        client.pass(10);
        client.tellOnce(client.now().plus(Duration.ofHours(1)));

        poller.pollOnce();
        var until = ledger.position().completeUntil();
        client.changeAll();
        client.pass(10);
        poller.pollOnce();

        assertThat(until).isBefore(client.now());
        assertThat(ledger.payloads()).hasSize(120);
        assertThat(ledger.events())
                .allSatisfy(event -> assertThat(event.getObservedAt()).isBeforeOrEqualTo(client.now()));
    }

    @Test
    void asksAgainAtOnceWhileTheTimeIsInDoubt() {
        var poller = new OrderPoller(account);
        client.pass(10);
        poller.pollOnce();
        client.tellOnce(client.now().plus(Duration.ofHours(1)));

        var doubtful = ((Attempt.Got<Poll>) poller.pollOnce()).value();
        var after = ((Attempt.Got<Poll>) poller.pollOnce()).value();

        assertThat(doubtful.behind()).isTrue();
        assertThat(after.behind()).isFalse();
    }

    @Test
    void countsHowFarOurClockIsAheadOfTheSources() {
        client.tellOnce(client.now().minusMillis(1_500));

        account.source().now();

        assertThat(tally.all()).containsEntry("clock_difference_ms", 1_500L);
    }

    @Test
    void countsNoDifferenceToASourceThatDoesNotTellItsTime() {
        client.tellOnce(client.now().minus(Duration.ofMinutes(5)));

        account.source().now();

        assertThat(tally.all()).doesNotContainKey("clock_difference_ms");
    }

    private Account account() {
        var source = new Source(client, client::nanos, tally);
        var names = new Names(source, ledger, new NameBook(), new Names.Rhythm(Duration.ofHours(1), () -> 0));
        return new Account(CONNECTOR, source, ledger, names, tally);
    }
}
