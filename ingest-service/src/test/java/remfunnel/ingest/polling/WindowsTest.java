package remfunnel.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.ApiVersion;
import remfunnel.OrderEvent;
import remfunnel.ingest.source.RawOrder;

/** Whatever happens to orders between two requests, no state that lasts is missed and none is published twice. */
class WindowsTest {
    private static final Connector CONNECTOR =
            new Connector("test", ApiVersion.V1, "V1 ", Connector.BEFORE_ANY_ORDER, false, 0, 0);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void missesNothingAndDoublesNothingWhileOrdersMove(long seed) {
        var client = new RestlessClient(seed)
                .with((int) (seed % 7) * 50 + (int) (seed % 3))
                .slow((int) seed % 5);
        var ledger = new MemoryLedger(Position.begin(CONNECTOR, client.now()));
        var account = account(client, ledger);
        var poller = new OrderPoller(account);
        var history = new HistoryReader(account);

        for (int turn = 0; turn < 25; turn++) {
            poller.pollOnce();
            if (!ledger.position().historyDone()) {
                history.readOnce();
            }
            client.unrest(5);
        }
        settle(client, ledger, poller, history);

        assertThat(ledger.payloads()).doesNotHaveDuplicates();
        assertThat(ledger.payloads())
                .containsAll(client.orders().stream().map(WindowsTest::payload).toList());
    }

    /** Live polling begins at a second that nobody says whether a window's border belongs to. */
    @ParameterizedTest
    @MethodSource("seeds")
    void leavesNothingBetweenHistoryAndLive(long seed) {
        var client = new RestlessClient(seed);
        var begin = Position.begin(CONNECTOR, client.now());
        for (int second = -2; second <= 2; second++) {
            client.makeChanged(begin.liveFrom().plusSeconds(second));
        }
        var ledger = new MemoryLedger(begin);
        var account = account(client, ledger);
        client.calm();

        settle(client, ledger, new OrderPoller(account), new HistoryReader(account));

        assertThat(ledger.payloads())
                .containsExactlyInAnyOrderElementsOf(
                        client.orders().stream().map(WindowsTest::payload).toList());
    }

    /** Few orders change often, so that many a change is hidden by the next one before any poll saw it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void claimsNoOrderUnchangedBeforeAChangeThatNoPollSaw(long seed) {
        var client = new RestlessClient(seed).with(seed % 2 == 0 ? 4 : 120).slow((int) seed % 5);
        var ledger = new MemoryLedger(Position.begin(CONNECTOR, client.now()));
        var poller = new OrderPoller(account(client, ledger));

        for (int turn = 0; turn < 60; turn++) {
            poller.pollOnce();
            client.unrest(seed % 2 == 0 ? 3 : 40);
        }

        var seen = new HashMap<Long, Integer>();
        assertThat(ledger.events()).anyMatch(event -> event.getChangedAfter() != null);
        assertThat(ledger.events()).allSatisfy(event -> {
            var former = Optional.ofNullable(seen.put(event.getOrderId(), version(event)));
            if (event.getChangedAfter() != null) {
                assertThat(client.firstChangeSince(former, event.getOrderId())).isAfter(event.getChangedAfter());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 49, 50, 51, 100, 499, 500, 501, 2_600})
    void readsHistoryWholeHoweverManyOrdersThereAre(int orders) {
        var client = new RestlessClient(5).with(orders);
        var ledger = new MemoryLedger(Position.begin(CONNECTOR, client.now()));
        var account = account(client, ledger);
        client.calm();

        settle(client, ledger, new OrderPoller(account), new HistoryReader(account));

        assertThat(ledger.payloads())
                .containsExactlyInAnyOrderElementsOf(
                        client.orders().stream().map(WindowsTest::payload).toList());
        assertThat(ledger.position().history().read()).isLessThanOrEqualTo(orders);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void catchesUpAfterAnOutageInWindowsThatFitIntoMemory(long seed) {
        var client = new RestlessClient(seed).with(10);
        var ledger = new MemoryLedger(Position.begin(CONNECTOR, client.now()));
        var poller = new OrderPoller(account(client, ledger));
        client.calm();
        client.pass(10);
        poller.pollOnce();
        client.pass(3_600);
        client.unrest(6_000);
        client.pass(600);

        int largest = 0;
        boolean behind = true;
        while (behind) {
            var poll = ((Attempt.Got<Poll>) poller.pollOnce()).value();
            largest = Math.max(largest, poll.published());
            behind = poll.behind();
        }

        assertThat(largest).isBetween(1, 1_000);
        assertThat(ledger.payloads()).doesNotHaveDuplicates();
        assertThat(ledger.payloads())
                .containsAll(client.orders().stream()
                        .filter(order ->
                                !order.modifiedAt().isBefore(ledger.position().liveFrom()))
                        .map(WindowsTest::payload)
                        .toList());
    }

    /** A source in trouble is not asked without a pause for it. */
    @Test
    void isNotBehindWhereAnAnswerTakesLong() {
        var client = new RestlessClient(1).with(10).slow(20);
        var ledger = new MemoryLedger(Position.begin(CONNECTOR, client.now()));
        var poller = new OrderPoller(account(client, ledger));

        var poll = ((Attempt.Got<Poll>) poller.pollOnce()).value();

        assertThat(poll.behind()).isFalse();
    }

    @Test
    void keepsPaceAfterThousandsChangedAtOnce() {
        var client = new RestlessClient(1).with(5_000);
        var ledger = new MemoryLedger(Position.begin(CONNECTOR, client.now()));
        var poller = new OrderPoller(account(client, ledger));
        client.calm();
        client.pass(10);
        client.changeAll();
        client.pass(50);

        int windows = 1;
        while (((Attempt.Got<Poll>) poller.pollOnce()).value().behind()) {
            windows++;
        }

        assertThat(ledger.payloads()).hasSize(5_000);
        assertThat(windows).isLessThan(12);
    }

    private static Account account(RestlessClient client, MemoryLedger ledger) {
        var tally = new Tally();
        var source = new Source(client, client::nanos, tally);
        var names = new Names(source, ledger, new NameBook(), new Names.Rhythm(Duration.ofHours(1), () -> 0));
        return new Account(CONNECTOR, source, ledger, names, tally);
    }

    private static void settle(RestlessClient client, MemoryLedger ledger, OrderPoller poller, HistoryReader history) {
        client.calm();
        while (!ledger.position().historyDone()) {
            history.readOnce();
        }
        for (int turn = 0; turn < 10; turn++) {
            client.pass(5);
            poller.pollOnce();
        }
    }

    private static String payload(RawOrder order) {
        return order.payload().text();
    }

    private static int version(OrderEvent event) {
        var text = StandardCharsets.UTF_8.decode(event.getPayload().duplicate()).toString();
        return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1, text.length() - 1));
    }
}
