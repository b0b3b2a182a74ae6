package remfunnel.ingest.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import remfunnel.ingest.polling.Account;
import remfunnel.ingest.polling.Attempt;
import remfunnel.ingest.polling.HistoryReader;
import remfunnel.ingest.polling.OrderPoller;
import remfunnel.ingest.polling.Poll;
import remfunnel.ingest.polling.Position;

/** The loops of one connector: live polling, names beside it, and history until that is read. */
final class ConnectorRun {
    private final Account account;
    private final ConnectorLedger ledger;
    private final StatusBoard board;
    private final Rhythm rhythm;
    private final Vitals vitals;
    private final OrderPoller poller;
    private final Freshness freshness;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean settled;
    private boolean historyBegun;
    private boolean namesBegun;

    /** How often to poll, and how to wait otherwise. */
    record Rhythm(Duration interval, LoopSettings settings) {}

    ConnectorRun(Account account, ConnectorLedger ledger, StatusBoard board, Rhythm rhythm, Vitals vitals) {
        this.account = account;
        this.ledger = ledger;
        this.board = board;
        this.rhythm = rhythm;
        this.vitals = vitals;
        this.poller = new OrderPoller(account);
        this.freshness = new Freshness(
                System::nanoTime,
                () -> account.source().nowOr(Instant.now()),
                () -> ledger.begun().map(Position::completeUntil));
    }

    Freshness freshness() {
        return freshness;
    }

    void start() {
        begin("live", this::live);
    }

    /** Returns at once: calls in flight end by themselves, and the closed ledger refuses what comes of them. */
    Optional<Position> stop() {
        stopped.countDown();
        var position = ledger.close();
        account.source().close();
        return position;
    }

    private void begin(String name, Runnable loop) {
        var full = name + ' ' + account.connector().id();
        Thread.ofVirtual().name(full).start(vitals.watched(full, loop));
    }

    /** From the first page that is asked for to the last order that is published: one trace. */
    private <T> Attempt<T> traced(String name, Supplier<Attempt<T>> reading) {
        try (var work = ledger.work(name)) {
            var attempt = reading.get();
            if (attempt instanceof Attempt.Missed<T>) {
                work.failed("missed");
            }
            return attempt;
        }
    }

    private void live() {
        var pace = new Pace(rhythm.settings(), ThreadLocalRandom.current());
        var pause = Duration.ZERO;
        while (!isStoppedAfter(pause)) {
            var turn = traced("poll", this::turn);
            if (!isStoppedAfter(Duration.ZERO)) {
                board.turned(turn);
            }
            pause = pace.after(turn, untilNext(turn));
        }
    }

    /** Names first, so that the orders that follow find theirs. */
    private Attempt<Poll> turn() {
        return account.names()
                .keepFresh()
                .then(fresh -> begun())
                .then(position -> poller.pollOnce())
                .map(this::besideOthers);
    }

    private Attempt<Position> begun() {
        var suiting = ledger.begun().filter(position -> position.suits(account.connector()));
        if (suiting.isPresent()) {
            settle(suiting.get());
            return new Attempt.Got<>(ledger.position());
        }
        return account.source().now().map(now -> {
            var start = Position.begin(account.connector(), now);
            ledger.begin(start);
            settled = true;
            return start;
        });
    }

    private void settle(Position position) {
        if (!settled && !position.isUnder(account.connector())) {
            ledger.record(List.of(), before -> before.under(account.connector()));
        }
        settled = true;
    }

    private Poll besideOthers(Poll poll) {
        freshness.polled();
        if (!namesBegun) {
            namesBegun = true;
            begin("names", this::names);
        }
        if (!historyBegun && !ledger.position().historyDone()) {
            historyBegun = true;
            begin("history", this::history);
        }
        return poll;
    }

    /** Orders may be polled rarely; a renamed status is not to wait for it. */
    private void names() {
        while (!isStoppedAfter(account.names().untilDue())) {
            account.names().keepFresh();
        }
    }

    private void history() {
        var reader = new HistoryReader(account);
        var pace = new Pace(rhythm.settings(), ThreadLocalRandom.current());
        var pause = Duration.ZERO;
        while (!isStoppedAfter(pause) && !ledger.position().historyDone()) {
            var read = traced("history", reader::readOnce);
            if (!isStoppedAfter(Duration.ZERO)) {
                board.historyTurned(read);
            }
            pause = pace.after(read, Duration.ZERO);
        }
    }

    private Duration untilNext(Attempt<Poll> turn) {
        return turn instanceof Attempt.Got<Poll> poll && poll.value().behind() ? Duration.ZERO : rhythm.interval();
    }

    private boolean isStoppedAfter(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
