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
    private Optional<Setback> setback = Optional.empty();
    private Instant since = Instant.EPOCH;
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

    /** A turn of live polling ended; it decides about the state. */
    void turned(Attempt<?> turn) {
        lock.lock();
        try {
            var former = setback;
            setback = turn instanceof Attempt.Missed<?> missed ? Optional.of(missed.setback()) : Optional.empty();
            if (setback.isPresent()) {
                tally.add(Count.SETBACKS, 1);
                since = former.isPresent() ? since : clock.instant();
            }
            refresh();
        } finally {
            lock.unlock();
        }
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

    /** Something may be new. */
    void refresh() {
        lock.lock();
        try {
            var now = current();
            if (last.map(then -> isWorthWriting(then, now)).orElse(true)) {
                show(now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A connector that no loop runs for. */
    void stands(ConnectorState state, String message) {
        show(status(state, message));
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
        if (setback.isPresent()) {
            return status(setback.get().state(), message(setback.get()));
        }
        if (position.filter(Position::historyDone).isPresent()) {
            return status(ConnectorState.CONNECTED, tally.leftOut().message());
        }
        return ConnectorStatus.newBuilder(
                        status(ConnectorState.SYNCING, tally.leftOut().message()))
                .setProgress(position.flatMap(StatusBoard::progress).orElse(null))
                .build();
    }

    /** The page takes the moment out of it, to say it in the reader's language (states.js). */
    private String message(Setback reason) {
        return reason.state() == ConnectorState.SOURCE_UNREACHABLE
                ? "%s Not reached since %s; it is tried again by itself."
                        .formatted(reason.message(), since.truncatedTo(ChronoUnit.SECONDS))
                : reason.message();
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
