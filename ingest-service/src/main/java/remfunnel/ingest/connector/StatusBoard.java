package remfunnel.ingest.connector;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.Component;
import remfunnel.ConnectorState;
import remfunnel.ConnectorStatus;
import remfunnel.Progress;
import remfunnel.ingest.polling.Attempt;
import remfunnel.ingest.polling.Count;
import remfunnel.ingest.polling.Position;
import remfunnel.ingest.polling.Setback;
import remfunnel.ingest.polling.Tally;

/** Tells how a connector fares: at once when that changes, else every now and then. */
final class StatusBoard {
    private static final Logger LOGGER = LoggerFactory.getLogger(StatusBoard.class);

    private final ConnectorLedger ledger;
    private final Tally tally;
    private final ConnectorMeters meters;
    private final LoopSettings settings;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Outage> live = Optional.empty();
    private Optional<Outage> history = Optional.empty();
    private long revision;
    private Optional<ConnectorStatus> last = Optional.empty();

    StatusBoard(ConnectorLedger ledger, Figures figures, LoopSettings settings, InstantSource clock) {
        this.ledger = ledger;
        this.tally = figures.tally();
        this.meters = figures.meters();
        this.settings = settings;
        this.clock = clock;
    }

    /** What a connector's figures are counted in and shown with. */
    record Figures(Tally tally, ConnectorMeters meters) {}

    /** Why a loop does not get on, and since when. */
    private record Outage(Setback setback, Instant since) {
        String message() {
            return setback.state() == ConnectorState.SOURCE_UNREACHABLE
                    ? "%s. Not reached since %s; it is tried again by itself."
                            .formatted(withoutStop(setback.message()), since.truncatedTo(ChronoUnit.SECONDS))
                    : setback.message();
        }

        private static String withoutStop(String message) {
            return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        }
    }

    /** A turn of live polling ended; it decides about the state. */
    void turned(Attempt<?> turn) {
        lock.lock();
        try {
            live = outage(turn, live);
            refresh();
        } finally {
            lock.unlock();
        }
    }

    /** A turn of reading history ended: what holds it up is told, while the state is that of live polling. */
    void historyTurned(Attempt<?> turn) {
        lock.lock();
        try {
            var former = history.map(Outage::setback).map(Setback::message);
            history = outage(turn, history);
            history.map(Outage::setback)
                    .map(Setback::message)
                    .filter(why -> former.filter(why::equals).isEmpty())
                    .ifPresent(why -> LOGGER.atWarn()
                            .addKeyValue("connector", ledger.connectorId())
                            .addKeyValue("answer", why)
                            .log("History is held up; it is tried again by itself"));
            refresh();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Outage> outage(Attempt<?> turn, Optional<Outage> former) {
        if (turn instanceof Attempt.Missed<?> missed) {
            tally.add(Count.SETBACKS, 1);
            var same =
                    former.filter(it -> it.setback().cause() == missed.setback().cause());
            return Optional.of(
                    new Outage(missed.setback(), same.map(Outage::since).orElseGet(clock::instant)));
        }
        return Optional.empty();
    }

    /** Another configuration is followed, by the same loops. */
    void follows(long newRevision) {
        lock.lock();
        try {
            revision = newRevision;
            if (last.isPresent()) {
                show(current());
            }
        } finally {
            lock.unlock();
        }
    }

    private void refresh() {
        var now = current();
        if (last.map(then -> isWorthWriting(then, now)).orElse(true)) {
            show(now);
        }
    }

    /** A connector that no loop runs for, as nobody wants it to. */
    void pauses() {
        show(status(ConnectorState.PAUSED, "Paused in its configuration: set enabled to true to go on."));
    }

    /** A connector that no loop can run for. */
    void cannotBegin(Obstacle obstacle, String message) {
        show(ConnectorStatus.newBuilder(status(obstacle.state(), message))
                .setCause(obstacle.name())
                .build());
    }

    private void show(ConnectorStatus status) {
        if (last.map(then -> then.getState() != status.getState()).orElse(true)) {
            LOGGER.atInfo()
                    .addKeyValue("connector", ledger.connectorId())
                    .addKeyValue("state", status.getState())
                    .log("The connector stands otherwise");
        }
        meters.stands(status.getState());
        ledger.publish(status);
        last = Optional.of(status);
    }

    private boolean isWorthWriting(ConnectorStatus then, ConnectorStatus now) {
        return then.getState() != now.getState()
                || !then.getMessage().equals(now.getMessage())
                || (!then.getAt().plus(settings.statusEvery()).isAfter(now.getAt()) && isNews(then, now));
    }

    private static boolean isNews(ConnectorStatus then, ConnectorStatus now) {
        return !ConnectorStatus.newBuilder(now).setAt(then.getAt()).build().equals(then);
    }

    private ConnectorStatus current() {
        var position = ledger.begun();
        if (live.isPresent()) {
            return because(live, status(live.get().setback().state(), live.get().message()));
        }
        if (position.filter(Position::historyDone).isPresent()) {
            return status(ConnectorState.CONNECTED, tally.leftOut().message());
        }
        var waits = history.map(outage -> "History waits: " + outage.message());
        var syncing = status(ConnectorState.SYNCING, waits.orElseGet(tally.leftOut()::message));
        return ConnectorStatus.newBuilder(because(history, syncing))
                .setProgress(position.flatMap(StatusBoard::progress).orElse(null))
                .build();
    }

    private static ConnectorStatus because(Optional<Outage> outage, ConnectorStatus status) {
        return ConnectorStatus.newBuilder(status)
                .setCause(outage.map(it -> it.setback().cause().name()).orElse(null))
                .setSince(outage.map(it -> it.since().truncatedTo(ChronoUnit.MILLIS))
                        .orElse(null))
                .build();
    }

    /** Left out until the source has counted: 0 of 0 says nothing. */
    private static Optional<Progress> progress(Position position) {
        return Optional.of(new Progress(
                        position.history().read(), position.history().total()))
                .filter(counted -> counted.getTotal() > 0);
    }

    ConnectorStatus status(ConnectorState state, String message) {
        return ConnectorStatus.newBuilder()
                .setConnectorId(ledger.connectorId())
                .setComponent(Component.INGEST)
                .setState(state)
                .setMessage(message)
                .setCounters(tally.all())
                .setCompleteUntil(ledger.begun().flatMap(Position::knownUntil).orElse(null))
                .setRevision(revision)
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
